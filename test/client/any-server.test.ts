// Whatever a server sends, and whenever the caller aborts, a call ends in time and in a documented way.
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { setTimeout as later } from "node:timers/promises";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createKwikClient, KwikError } from "../../src/index.js";
import { listen } from "../listen.js";
import { credentials, request, success } from "./answer.js";

const SEED = 20_261_124;
const TIMEOUT_MS = 80;

const good = Buffer.from(JSON.stringify(success));
const chunk = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    good,
    Buffer.from('{"status":false,"error_code":"005","error_message":"é"}'),
    Buffer.from("[".repeat(5000)),
    Buffer.alloc(2 ** 20 + 1, "x"),
  ),
  fc.json().map((text) => Buffer.from(text)),
);
const header = fc.oneof(
  fc.constantFrom(
    ["Retry-After", "0"],
    ["Retry-After", "soon 3"],
    ["retry-after-ms", "1"],
    ["Content-Encoding", "gzip"],
    ["Content-Type", "application/json; charset=utf-16"],
    ["Location", "/elsewhere"],
    ["Content-Length", "5"],
    ["Set-Cookie", "a=b"],
  ),
  fc
    .tuple(
      fc.stringMatching(/^X-[a-z]{1,9}$/),
      fc.stringMatching(/^[ -~]{0,40}$/),
    )
    .map(([name, value]) => [name, value]),
);
/** What one response is made of. */
const behaviour = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 429, 503),
    fc.integer({ min: 200, max: 999 }),
  ),
  headers: fc.array(header, { maxLength: 3 }),
  chunks: fc.array(fc.tuple(fc.nat(15), chunk), { maxLength: 3 }),
  end: fc.constantFrom("end", "end", "hang", "reset", "close", "raw"),
});
type Behaviour =
  typeof behaviour extends fc.Arbitrary<infer Value> ? Value : never;

async function serve(
  { status, headers, chunks, end }: Behaviour,
  response: ServerResponse,
  { socket }: IncomingMessage,
): Promise<void> {
  if (end === "raw") {
    for (const [, bytes] of chunks) socket.write(bytes);
    return void socket.end();
  }
  response.on("error", () => {});
  response.strictContentLength = false;
  response.writeHead(status, headers.flat());
  for (const [ms, bytes] of chunks) {
    await later(ms);
    response.write(bytes);
  }
  if (end === "end") response.end();
  if (end === "reset") socket.resetAndDestroy();
  if (end === "close") socket.destroySoon();
}

test(
  `over 200 servers and callers (seed ${SEED})`,
  { timeout: 120_000 },
  async () => {
    let behaviours: Behaviour[] = [];
    const served: ServerResponse[] = [];
    await using server = await listen(
      createServer((incoming, response) => {
        incoming.resume();
        const current = behaviours[served.length % behaviours.length];
        served.push(response);
        if (current) void serve(current, response, incoming);
      }),
    );
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const timers: NodeJS.Timeout[] = [];
    const { setTimeout } = globalThis;
    vi.stubGlobal("setTimeout", (...args: Parameters<typeof setTimeout>) => {
      const timer = setTimeout(...args);
      if (new Error().stack?.includes("/src/client/")) timers.push(timer);
      return timer;
    });
    const kwik = createKwikClient({
      ...credentials,
      baseUrl: server.url,
      timeoutMs: TIMEOUT_MS,
    });
    const outcomes = new Set<string>();

    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { minLength: 1, maxLength: 3 }),
        fc.option(fc.nat(60)),
        fc.boolean(),
        async (next, abortAfterMs, isApi) => {
          behaviours = next;
          served.length = 0;
          timers.length = 0;
          const controller = new AbortController();
          const { signal } = controller;
          const reason = new Error("the customer left");
          const abort = setTimeout(
            () => controller.abort(reason),
            abortAfterMs ?? 10_000,
          );
          const started = performance.now();
          const outcome: unknown = await (
            isApi
              ? kwik.api.POST("/customer-portal/link", {
                  body: request,
                  signal,
                  parseAs: "text",
                })
              : kwik.createPortalLink(request, { signal })
          ).then(
            () => "resolved",
            (error: unknown) => error,
          );
          clearTimeout(abort);
          const ms = performance.now() - started;
          if (outcome !== "resolved" && outcome !== reason)
            expect(outcome).toBeInstanceOf(KwikError);
          outcomes.add(
            outcome === "resolved" ? outcome : (outcome as Error).name,
          );
          expect(ms).toBeLessThan(TIMEOUT_MS + 2000);
          for (const timer of timers)
            expect(timer).toHaveProperty("_destroyed", true);
          await expect
            .poll(() =>
              served.every(
                ({ req, writableFinished }) =>
                  req.socket.destroyed || writableFinished,
              ),
            )
            .toBe(true);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
    vi.unstubAllGlobals();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    // Each way was met.
    expect([...outcomes].sort()).toEqual([
      "Error",
      "KwikApiError",
      "KwikConnectionError",
      "KwikContractError",
      "KwikTimeoutError",
      "resolved",
    ]);
  },
);
