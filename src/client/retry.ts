import { decimal, retryAfter } from "../contract/read-response.js";

/**
 * How long to wait before the next attempt, in ms; `undefined` when there must be none. Only what the server cannot have acted on
 * is retried, because the endpoint documents no idempotency key: 429, and 503 that says when to come back.
 */
export function retryDelay(status: number, headers: Headers, before: number) {
  if (status !== 429 && status !== 503) return undefined;
  const asked =
    decimal(headers.get("retry-after-ms")) ??
    retryAfter(headers.get("retry-after"), Date.now());
  if (asked !== undefined || status === 503) return asked;
  // Half a second, doubled each time; less up to a half of it, so that callers refused together do not return together.
  return 500 * 2 ** before * (1 - Math.random() / 2);
}
