import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import { createKwikClient, type ContractViolation } from "../../src/index.js";
import { ANIMALS, CANARY, credentials, type Animal } from "./faulty-servers.js";

let zoo: Server;
let elsewhere: Server;
let strayed = 0;
let visits: number;
let current: Animal;

const originOf = (server: Server) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  elsewhere = createServer((_, response) => {
    strayed++;
    response.end();
  }).listen(0, "127.0.0.1");
  zoo = createServer((request, response) => {
    request.resume();
    current.serve?.({
      request,
      response,
      visits: visits++,
      elsewhere: originOf(elsewhere),
    });
  }).listen(0, "127.0.0.1");
  await Promise.all([once(zoo, "listening"), once(elsewhere, "listening")]);
});
afterAll(() => {
  for (const server of [zoo, elsewhere]) {
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

test.for(ANIMALS)("$animal", async (animal, { expect }) => {
  current = animal;
  const printed = ["log", "info", "warn", "error", "debug"].map((method) =>
    vi.spyOn(console, method as "log").mockImplementation(() => {}),
  );
  const bent: ContractViolation[] = [];
  const kwik = createKwikClient({
    ...credentials,
    baseUrl: animal.serve ? originOf(zoo) : await closedPort(),
    timeoutMs: animal.timeoutMs ?? 20_000,
    onContractViolation: (violation) => bent.push(violation),
  });
  const request = animal.request ?? { customer_id: "cus_abc123" };
  const outcome: unknown = await kwik.createPortalLink(request).then(
    (link) => ({ link }),
    (error: unknown) => error,
  );

  if ("link" in animal.expected) {
    expect(outcome).toEqual({ link: animal.expected.link });
    expect(bent.map(({ field, rule }) => ({ field, rule }))).toEqual(
      animal.expected.violations ?? [],
    );
  } else {
    const { error, message, details } = animal.expected;
    expect(outcome).toMatchObject({
      name: error,
      message: expect.stringMatching(message) as string,
      ...details,
    });
    expect(bent).toEqual([]);
    for (const shown of everyWayToShow(outcome as Error))
      expect(shown).not.toContain(CANARY);
    expect(everyWayToShow(outcome as Error).join()).not.toContain(
      btoa(`${credentials.apiKey}:${credentials.apiSecret}`),
    );
  }
  for (const violation of bent)
    expect(JSON.stringify(violation)).not.toContain(CANARY);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  expect(visits).toBe(animal.visits ?? 1);
  expect(strayed).toBe(0);
  // No timer of the client's is left.
  if (animal.serve) expect(timers).not.toEqual([]);
  for (const timer of timers)
    expect((timer as unknown as { _destroyed: boolean })._destroyed).toBe(true);
});

function everyWayToShow(error: Error): string[] {
  const { headers, cause } = error as { headers?: Headers; cause?: unknown };
  return [
    error.message,
    error.stack ?? "",
    String(error),
    JSON.stringify(error),
    JSON.stringify(Object.getOwnPropertyDescriptors(error)),
    inspect(error, { depth: 10, showHidden: true }),
    inspect(cause, { depth: 10, showHidden: true }),
    JSON.stringify([...(headers ?? [])]),
  ];
}

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = originOf(server);
  server.close();
  await once(server, "close");
  return origin;
}
