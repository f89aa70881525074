/** As much of a response as decides about a retry. */
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
  const asked =
    decimal(headers.get("retry-after-ms")) ??
    retryAfter(headers.get("retry-after"));
  // Half a second, doubled each time; less up to a half of it, so that callers refused together part.
  return (
    asked ??
    (status === 429 ? 500 * 2 ** attempt * (1 - Math.random() / 2) : undefined)
  );
}

function decimal(value: string | null): number | undefined {
  return value && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Seconds or, in one of the three forms of RFC 9110, a date; one that has passed means now. */
function retryAfter(value: string | null): number | undefined {
  const seconds = decimal(value);
  if (seconds !== undefined) return seconds * 1000;
  const isDate =
    value &&
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w+$/.test(value);
  if (!isDate) return undefined;
  // The oldest form names no time zone, and means GMT as well.
  const date = Date.parse(value.replace(/( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
