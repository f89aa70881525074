import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import { createKwikClient, type ContractViolation } from "../../src/index.js";
import { everyWayToShow } from "./every-way-to-show.js";
import { BROKEN_RESULTS } from "./faulty-servers/broken-results.js";
import { FAILURES } from "./faulty-servers/failures.js";
import { NO_RESPONSE } from "./faulty-servers/no-response.js";
import { RETRIES } from "./faulty-servers/retries.js";
import {
  CANARY,
  credentials,
  type ServerCase,
} from "./faulty-servers/server-case.js";
import { UNREADABLE_BODIES } from "./faulty-servers/unreadable-bodies.js";
import { USABLE_RESULTS } from "./faulty-servers/usable-results.js";

const CASES = [
  ...USABLE_RESULTS,
  ...NO_RESPONSE,
  ...UNREADABLE_BODIES,
  ...BROKEN_RESULTS,
  ...FAILURES,
  ...RETRIES,
];

let faulty: Server;
let elsewhere: Server;
let strayed = 0;
let visits: number;
let current: ServerCase;

const originOf = (server: Server) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  elsewhere = createServer((_, response) => {
    strayed++;
    response.end();
  }).listen(0, "127.0.0.1");
  faulty = createServer((request, response) => {
    request.resume();
    current.serve?.({
      request,
      response,
      visits: visits++,
      elsewhere: originOf(elsewhere),
    });
  }).listen(0, "127.0.0.1");
  await Promise.all([once(faulty, "listening"), once(elsewhere, "listening")]);
});
afterAll(() => {
  for (const server of [faulty, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
});

const timers: NodeJS.Timeout[] = [];
beforeEach(() => {
  visits = 0;
  strayed = 0;
  timers.length = 0;
  const { setTimeout } = globalThis;
  vi.stubGlobal("setTimeout", (...args: Parameters<typeof setTimeout>) => {
    const timer = setTimeout(...args);
    // Node's own fetch sets some as well.
    if (new Error().stack?.includes("/src/")) timers.push(timer);
    return timer;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.for(CASES)("$name", async (serverCase, { expect }) => {
  current = serverCase;
  const printed = ["log", "info", "warn", "error", "debug"].map((method) =>
    vi.spyOn(console, method as "log").mockImplementation(() => {}),
  );
  const bent: ContractViolation[] = [];
  const kwik = createKwikClient({
    ...credentials,
    baseUrl: serverCase.serve ? originOf(faulty) : await closedPort(),
    timeoutMs: serverCase.timeoutMs ?? 20_000,
    onContractViolation: (violation) => bent.push(violation),
  });
  const request = serverCase.request ?? { customer_id: "cus_abc123" };
  const outcome: unknown = await kwik.createPortalLink(request).then(
    (link) => ({ link }),
    (error: unknown) => error,
  );

  if ("link" in serverCase.expected) {
    expect(outcome).toEqual({ link: serverCase.expected.link });
    expect(bent.map(({ field, rule }) => ({ field, rule }))).toEqual(
      serverCase.expected.violations ?? [],
    );
  } else {
    const { error, message, details } = serverCase.expected;
    expect(outcome).toMatchObject({
      name: error,
      message: expect.stringMatching(message) as string,
      ...details,
    });
    expect(bent).toEqual([]);
    for (const shown of everyWayToShow(outcome))
      expect(shown).not.toContain(CANARY);
    expect(everyWayToShow(outcome as Error).join()).not.toContain(
      btoa(`${credentials.apiKey}:${credentials.apiSecret}`),
    );
  }
  for (const violation of bent)
    expect(JSON.stringify(violation)).not.toContain(CANARY);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  expect(visits).toBe(serverCase.visits ?? 1);
  expect(strayed).toBe(0);
  // No timer of the client's is left.
  if (serverCase.serve) expect(timers).not.toEqual([]);
  for (const timer of timers)
    expect((timer as unknown as { _destroyed: boolean })._destroyed).toBe(true);
});

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = originOf(server);
  server.close();
  await once(server, "close");
  return origin;
}
