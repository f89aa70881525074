import type { MockControls } from "./control-api.js";
import { createMockApi } from "./mock-api.js";
import { checkOptions, type MockOptions } from "./options.js";

/** Answers a request as the API would: a `fetch` that takes a Request. */
export interface MockHandler extends MockControls {
  (request: Request): Promise<Response>;
}

/**
 * Creates a mock of the API that needs no server: a `fetch` for the client, a resolver for MSW, a handler for `Bun.serve`,
 * `Deno.serve` and Workers.
 * @throws {TypeError} an option is unknown or unusable; the message says what to do.
 * @example
 * const mock = createMockHandler();
 * const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", fetch: mock });
 */
export function createMockHandler(options: MockOptions = {}): MockHandler {
  checkOptions(options);
  const { receive, controls } = createMockApi(options);

  async function handle(request: Request): Promise<Response> {
    const { method, url, signal } = request;
    signal.throwIfAborted();
    const headers: Record<string, string> = {};
    // happy-dom keeps the case of names.
    for (const [name, value] of request.headers)
      headers[name.toLowerCase()] = value;
    const incoming = { method, url, headers, body: "" };
    const answer = receive(incoming);
    incoming.body = await request.text();
    const { status, body, fault, ...sent } = answer();
    if (options.latencyMs) await pause(request, options.latencyMs);
    if (fault === "timeout") await pause(request);
    if (fault === "connectionLost") throw connectionLost();
    return new Response(body || null, { status, headers: sent.headers });
  }
  const members = Object.getOwnPropertyDescriptors(controls);
  return Object.defineProperties(handle, members) as MockHandler;
}

/** Node collects a request that nobody holds, and with it the way from the caller's signal to the request's own. */
const waiting = new Set<Request>();

/** Until the time is over or, without one, for ever; less if the caller gives up. */
async function pause(request: Request, ms?: number): Promise<void> {
  const { signal } = request;
  let timer: ReturnType<typeof setTimeout> | undefined;
  waiting.add(request);
  await new Promise<void>((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    if (ms !== undefined) timer = setTimeout(resolve, ms);
  }).finally(() => {
    clearTimeout(timer);
    waiting.delete(request);
  });
}

/** As Node's fetch reports it. MSW takes an error with `code` and `errno` for one of the network. */
function connectionLost(): TypeError {
  const network = { code: "ECONNRESET", errno: -104, syscall: "read" };
  const cause = Object.assign(new Error("read ECONNRESET"), network);
  return Object.assign(new TypeError("fetch failed", { cause }), network);
}
