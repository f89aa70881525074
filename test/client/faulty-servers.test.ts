import { createServer } from "node:http";
import { afterEach, beforeEach, test, vi } from "vitest";
import type { KwikApiError } from "../../src/index.js";
import { createKwikClient, KwikError } from "../../src/index.js";
import { listen } from "../http.js";
import { credentials, everyWayToShow, PAIR, request } from "./client.js";
import { FAULTY_SERVERS, type Serve } from "./faulty-servers.js";

/** The client's own timers. */
const timers: NodeJS.Timeout[] = [];
beforeEach(() => {
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

/** Serves until it is disposed of, and knows what arrived. */
async function start(serve: Serve, elsewhere = "") {
  /** Of each request, whether its connection is open though its response has not ended. */
  const arrived: (() => boolean)[] = [];
  const server = { arrived, status: 0 };
  const http = createServer((request, response) => {
    const { socket } = request.resume();
    const earlier = arrived.length;
    arrived.push(() => !socket.destroyed && !response.writableFinished);
    serve?.({ request, response, earlier, elsewhere });
    server.status = response.statusCode;
  });
  return Object.assign(server, await listen(http));
}

test.for(FAULTY_SERVERS)("%s", async ([, row], { expect }) => {
  const [serve, expected, more = {}] = row;
  const { ms = 20_000, requests = 1, shows = {} } = more;
  const log = vi.spyOn(process.stdout, "write");
  await using elsewhere = await start(({ response }) => response.end());
  await using server = await start(serve, elsewhere.url);
  if (!serve) await server[Symbol.asyncDispose]();
  const bent: string[] = [];
  const kwik = createKwikClient({
    ...credentials,
    baseUrl: server.url,
    timeoutMs: ms,
    onContractViolation: ({ field, rule }) => bent.push(`${field} ${rule}`),
  });
  const outcome: unknown = await kwik
    .createPortalLink(request)
    .catch((error: unknown) => error);
  expect(bent).toEqual(more.bent ? [`result.${more.bent}`] : []);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(KwikError);
    if (expected instanceof RegExp) expect(String(outcome)).toMatch(expected);
    else expect(String(outcome)).toBe(expected);
    expect(outcome).toMatchObject(shows);
    const { status = server.status } = outcome as KwikApiError;
    expect(status).toBe(server.status);
    const shown = everyWayToShow(outcome);
    expect(shown).not.toContain("canary");
    expect(shown).not.toContain(PAIR);
  } else expect(outcome).toEqual(expected);
  expect(log).not.toHaveBeenCalled();
  expect(server.arrived).toHaveLength(requests);
  expect(elsewhere.arrived).toEqual([]);
  // No timer is left, and no connection on which a response has not ended.
  expect(timers).not.toEqual([]);
  for (const timer of timers) expect(timer).toHaveProperty("_destroyed", true);
  const open = () => server.arrived.filter((isOpen) => isOpen());
  await expect.poll(open).toEqual([]);
});
