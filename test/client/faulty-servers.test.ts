import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import * as kwikPortalLink from "../../src/index.js";
import { listen } from "../listen.js";
import { everyWayToShow } from "./every-way-to-show.js";
import { BODIES } from "./faulty-servers/bodies.js";
import { CONNECTIONS } from "./faulty-servers/connections.js";
import { FAILURES } from "./faulty-servers/failures.js";
import {
  CANARY,
  credentials,
  type Serve,
} from "./faulty-servers/faulty-server.js";
import { LINKS } from "./faulty-servers/links.js";

const FAULTY_SERVERS = [...LINKS, ...CONNECTIONS, ...BODIES, ...FAILURES];

let server: Awaited<ReturnType<typeof listen>>;
let elsewhere: typeof server;
/** How many requests arrived at `server`, and how many elsewhere. */
let arrived: number;
let strayed: number;
let serve: Serve | undefined;

beforeAll(async () => {
  elsewhere = await listen(
    createServer((_, response) => {
      strayed++;
      response.end();
    }),
  );
  server = await listen(
    createServer((request, response) => {
      request.resume();
      serve?.({
        request,
        response,
        earlier: arrived++,
        elsewhere: elsewhere.url,
      });
    }),
  );
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

const timers: NodeJS.Timeout[] = [];
beforeEach(() => {
  arrived = 0;
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

test.for(FAULTY_SERVERS)("%s", async (faulty, { expect }) => {
  const [, serving, expected, options = {}] = faulty;
  serve = serving;
  const printed = ["log", "info", "warn", "error", "debug"].map((method) =>
    vi.spyOn(console, method as "log").mockImplementation(() => {}),
  );
  const violations: kwikPortalLink.ContractViolation[] = [];
  const kwik = kwikPortalLink.createKwikClient({
    ...credentials,
    baseUrl: serve ? server.url : await closedPort(),
    timeoutMs: options.timeoutMs ?? 20_000,
    onContractViolation: (violation) => violations.push(violation),
  });
  const request = options.request ?? { customer_id: "cus_abc123" };
  const outcome: unknown = await kwik.createPortalLink(request).then(
    (link) => ({ link }),
    (error: unknown) => error,
  );

  if ("link" in expected) {
    expect(outcome).toEqual({ link: expected.link });
    expect(violations.map(({ field, rule }) => ({ field, rule }))).toEqual(
      expected.violations ?? [],
    );
  } else {
    const { error, message, details } = expected;
    expect(outcome).toBeInstanceOf(kwikPortalLink[error]);
    expect(outcome).toBeInstanceOf(kwikPortalLink.KwikError);
    expect(outcome).toMatchObject({
      name: error,
      message: expect.stringMatching(message) as string,
      ...details,
    });
    expect(violations).toEqual([]);
    for (const shown of everyWayToShow(outcome)) {
      expect(shown).not.toContain(CANARY);
      expect(shown).not.toContain(
        btoa(`${credentials.apiKey}:${credentials.apiSecret}`),
      );
    }
  }
  expect(JSON.stringify(violations)).not.toContain(CANARY);
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  expect(arrived).toBe(options.requests ?? 1);
  expect(strayed).toBe(0);
  // No timer of the client's is left.
  if (serve) expect(timers).not.toEqual([]);
  for (const timer of timers)
    expect((timer as unknown as { _destroyed: boolean })._destroyed).toBe(true);
});

async function closedPort(): Promise<string> {
  await using closed = await listen(createServer());
  return closed.url;
}
