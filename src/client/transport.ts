import { KwikConnectionError, KwikError, KwikTimeoutError } from "./errors.js";
import { asRecord } from "../contract/json.js";
import { readBody } from "./read-body.js";
import type { Redact } from "../contract/redact.js";
import { retryDelay } from "./retry.js";

/** A response that was read to its end. */
export interface ReadResponse {
  status: number;
  ok: boolean;
  headers: Headers;
  body: string;
}

/** The fetch under the client: sends a request, again where that is safe, and reads the response. */
export type Send = (
  url: string,
  init: RequestInit,
  timeoutMs: number,
  signal: AbortSignal | undefined,
) => Promise<ReadResponse>;

export function createSend(
  fetch: ((request: Request) => Promise<Response>) | undefined,
  maxRetries: number | undefined = 2,
  redact: Redact,
): Send {
  async function attempt(
    url: string,
    init: RequestInit,
  ): Promise<ReadResponse> {
    // Looked up per call, not captured here, so that MSW and instrumentation work in any load order. Without a fetch of the
    // caller's own, a Request would only be built for fetch to take apart again.
    const response = await (fetch
      ? fetch(new Request(url, init))
      : globalThis.fetch(url, init));
    const { status, ok, headers } = response;
    return { status, ok, headers, body: await readBody(response, redact) };
  }

  return async (url, init, timeoutMs, signal) => {
    const started = Date.now();
    const controller = new AbortController();
    let pause: ReturnType<typeof setTimeout> | undefined;
    let stop: (reason: unknown) => void;
    // Not left to the signal alone: a fetch of the caller's own may not heed it.
    const unlessStopped = <Value>(work: Promise<Value>) =>
      new Promise<Value>((resolve, reject) => {
        stop = reject;
        work.then(resolve, reject);
      });
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    const timer = setTimeout(
      () =>
        stop(
          new KwikTimeoutError(`No answer within ${timeoutMs} ms`, {
            timeoutMs,
          }),
        ),
      timeoutMs,
    );
    try {
      signal?.throwIfAborted();
      for (let attempts = 0; ; attempts++) {
        const response = await unlessStopped(
          attempt(url, {
            ...init,
            redirect: "manual",
            signal: controller.signal,
          }),
        );
        const delay =
          attempts < maxRetries ? retryDelay(response, attempts) : undefined;
        if (delay === undefined || Date.now() - started + delay >= timeoutMs)
          return response;
        await unlessStopped(
          new Promise((resolve) => (pause = setTimeout(resolve, delay))),
        );
      }
    } catch (error) {
      // Whatever is still under way, such as a body too large to read, ends with the call.
      controller.abort();
      if (signal?.aborted) throw signal.reason;
      if (error instanceof KwikError) throw error;
      // fetch wraps the reason in "fetch failed". Its words alone are told: the error may hold the request, credentials included.
      const { message, code } = asRecord(asRecord(error).cause ?? error);
      const reason = redact(String(message || code || error));
      throw new KwikConnectionError(`No answer (${reason})`, {
        cause: new Error(reason),
      });
    } finally {
      clearTimeout(timer);
      clearTimeout(pause);
      signal?.removeEventListener("abort", onAbort);
    }
  };
}
