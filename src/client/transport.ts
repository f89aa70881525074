import type { ReadResponse } from "../contract/read-response.js";
import { startDeadline } from "./deadline.js";
import { connectionError, type KwikApiError } from "./errors.js";
import { exchange } from "./exchange.js";
import { notify, type KwikAttempt } from "./kwik-attempt.js";
import { checkedTimeoutMs, type Settings } from "./options.js";
import type { Outcome } from "./outcome.js";
import { retryDelay } from "./retry.js";
import { reasonOf } from "./sanitize.js";

/** What openapi-fetch asks to be sent, with what it passes on without knowing it. */
type Call = RequestInit & {
  url: string;
  timeoutMs?: number | undefined;
  judge: (response: ReadResponse) => Outcome;
};

/** The one way to send, under every call: again where that is safe, until a response is read and judged. */
export function createTransport(settings: Settings) {
  const { fetch, maxRetries, onAttempt, sanitize } = settings;
  return async ({ url, timeoutMs, signal, judge, ...parts }: Call) => {
    const limitMs = checkedTimeoutMs(timeoutMs ?? settings.timeoutMs);
    signal?.throwIfAborted();
    const started = performance.now();
    const deadline = startDeadline(limitMs, signal);
    try {
      for (let number = 1; ; number++) {
        const begun = performance.now();
        let outcome: Outcome;
        let status: number | undefined;
        let delay: number | undefined;
        try {
          const response = await exchange(fetch, url, parts, deadline.race);
          status = response.status;
          outcome = judge(response);
          if (number <= maxRetries)
            delay = retryDelay(status, response.headers, number - 1);
        } catch (thrown) {
          const lost = connectionError(sanitize(reasonOf(thrown)));
          outcome = { error: deadline.timeout ?? lost };
        }
        const now = performance.now();
        if (now - started + (delay ?? 0) >= limitMs) delay = undefined;
        const { error } = outcome;
        const name = signal?.aborted ? "AbortError" : error?.name;
        void notify<KwikAttempt>(onAttempt, {
          number,
          durationMs: now - begun,
          status,
          code: (error as Partial<KwikApiError> | undefined)?.code,
          error: name as KwikAttempt["error"],
          retryInMs: delay,
        });
        signal?.throwIfAborted();
        if (delay !== undefined) await deadline.wait(delay);
        else if (outcome.value) return outcome.value;
        else throw error as Error;
      }
    } finally {
      deadline.release();
    }
  };
}
