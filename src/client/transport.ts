import {
  connectionError,
  KwikApiError,
  KwikError,
  KwikTimeoutError,
} from "./errors.js";
import {
  exchange,
  type Fetch,
  type ReadResponse,
  type RequestParts,
} from "./exchange.js";
import type { KwikAttempt } from "./kwik-attempt.js";
import { onAbort } from "./on-abort.js";
import { quietly } from "./quietly.js";
import { retryDelay } from "./retry.js";
import { reasonOf, type Show } from "./show.js";

/** What a response comes to: the call resolves with a value, even if onAttempt is told of an error, or else it rejects. */
export type Outcome<Value> =
  { value: Value; error?: unknown } | { error: unknown };

interface Call<Value> {
  url: string;
  parts: RequestParts;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  judge: (response: ReadResponse) => Outcome<Value>;
}

/** The fetch under the client: sends a request, again where that is safe, and reads the response. */
export type Send = <Value>(call: Call<Value>) => Promise<Value>;

export function createSend(
  fetch: Fetch | undefined,
  maxRetries: number,
  onAttempt: ((attempt: KwikAttempt) => unknown) | undefined,
  show: Show,
): Send {
  return async <Value>(call: Call<Value>) => {
    const { url, parts, timeoutMs, signal, judge } = call;
    signal?.throwIfAborted();
    const started = performance.now();
    let stop!: (reason: unknown) => void;
    // Not left to the signal alone: a fetch of the caller's own may not heed it.
    const stopped = new Promise<never>((_, reject) => (stop = reject));
    stopped.catch(() => {}); // Nobody may be waiting by then.
    const timer = setTimeout(
      () =>
        stop(
          new KwikTimeoutError(`No answer within ${timeoutMs} ms`, {
            timeoutMs,
          }),
        ),
      timeoutMs,
    );
    const release = signal && onAbort(signal, () => stop(signal.reason));
    let pause: ReturnType<typeof setTimeout> | undefined;
    try {
      for (let number = 1; ; number++) {
        const begun = performance.now();
        const { response, cancel } = exchange(fetch, url, parts);
        let outcome: Outcome<Value>;
        let status: number | undefined;
        let delay: number | undefined;
        try {
          const received = await Promise.race([response, stopped]);
          status = received.status;
          outcome = judge(received);
          if (number <= maxRetries) delay = retryDelay(received, number - 1);
        } catch (thrown) {
          cancel();
          outcome = {
            error:
              thrown instanceof KwikError
                ? thrown
                : connectionError(show(reasonOf(thrown))),
          };
        }
        const now = performance.now();
        if (delay !== undefined && now - started + delay >= timeoutMs)
          delay = undefined;
        const { error } = outcome;
        if (onAttempt) {
          const attempt: KwikAttempt = {
            number,
            durationMs: now - begun,
            status,
            code: error instanceof KwikApiError ? error.code : undefined,
            error: (signal?.aborted
              ? "AbortError"
              : (error as KwikError | undefined)?.name) as KwikAttempt["error"],
            retryInMs: delay,
          };
          void quietly(() => onAttempt(attempt));
        }
        signal?.throwIfAborted();
        if (delay === undefined) {
          if ("value" in outcome) return outcome.value;
          throw error;
        }
        await Promise.race([
          new Promise((resolve) => (pause = setTimeout(resolve, delay))),
          stopped,
        ]);
      }
    } finally {
      clearTimeout(timer);
      clearTimeout(pause);
      release?.();
    }
  };
}
