/** As much of an response as decides about a retry. */
export interface RetryResponse {
  status: number;
  headers: { get: (name: string) => string | null };
}

/**
 * How long to wait before the next attempt, in ms; `undefined` when there must be none.
 *
 * Only what the server cannot have acted on is retried, because the endpoint documents no idempotency key: 429, and 503
 * that says when to come back.
 *
 * @param attempt How many were made before this one.
 */
export function retryDelay(
  { status, headers }: RetryResponse,
  attempt: number,
): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const ms = headers.get("retry-after-ms");
  const after = headers.get("retry-after");
  const seconds = Number(after || NaN);
  // A date that has passed means now; a negative number means nothing.
  const date = Math.max(0, Date.parse(after ?? "") - Date.now());
  const asked = ms ? Number(ms) : Number.isNaN(seconds) ? date : seconds * 1000;
  if (asked >= 0) return asked;
  // Half a second, doubled each time; less up to a half of it, so that callers refused together part.
  return status === 429
    ? 500 * 2 ** attempt * (1 - Math.random() / 2)
    : undefined;
}
