import { createMockApi } from "./create-mock-api.js";
import type { MockControls } from "./mock-controls.js";
import type { MockOptions } from "./options.js";

/** Answers a request as the API would: a `fetch` that takes a Request. */
export interface MockHandler extends MockControls {
  (request: Request): Promise<Response>;
}

/**
 * Creates a mock of the API that needs no server: a `fetch` for the client, a resolver for MSW, a handler for `Bun.serve`,
 * `Deno.serve` and Workers.
 *
 * @throws {TypeError} an option is unusable; the message says what to do.
 * @example
 * const mock = createMockHandler();
 * const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", fetch: mock });
 */
export function createMockHandler(options: MockOptions = {}): MockHandler {
  const { dequeue, answer, controls } = createMockApi(options);
  const { latencyMs = 0 } = options;
  // Node collects a request that nobody holds, and with it the way from the caller's signal to the request's own.
  const waiting = new Set<Request>();

  async function handle(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { method, url } = request;
    const queued = dequeue(method, url);
    const incoming = {
      method,
      url,
      headers: byLowerCaseName(request.headers),
      body: await request.text(),
    };
    const { status, headers, body, fault } = answer(incoming, queued);
    waiting.add(request);
    try {
      if (latencyMs > 0) await pause(latencyMs, request);
      if (fault === "timeout") await pause(undefined, request);
    } finally {
      waiting.delete(request);
    }
    if (fault === "connectionLost") throw connectionLost();
    return new Response(body || null, { status, headers });
  }
  return Object.defineProperties(
    handle,
    Object.getOwnPropertyDescriptors(controls),
  ) as MockHandler;
}

/** happy-dom keeps the case of names. */
function byLowerCaseName(headers: Headers): Record<string, string> {
  const all: Record<string, string> = {};
  headers.forEach((value, name) => (all[name.toLowerCase()] = value));
  return all;
}

/** Until the time is over or, without one, for ever; less if the caller gives up. */
function pause(ms: number | undefined, { signal }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    function done() {
      signal.removeEventListener("abort", abort);
      resolve();
    }
    function abort() {
      clearTimeout(timer);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as fetch does
      reject(signal.reason);
    }
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
  });
}

/** As Node's fetch reports it. MSW takes an error with `code` and `errno` for one of the network. */
function connectionLost(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), {
    code: "ECONNRESET",
    errno: -104,
    syscall: "read",
  });
  const { code, errno } = cause;
  return Object.assign(new TypeError("fetch failed", { cause }), {
    code,
    errno,
  });
}
