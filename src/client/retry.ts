/**
 * How long to wait before the next attempt, in ms; `undefined` when there must be none. Only what the server cannot have acted on
 * is retried, because the endpoint documents no idempotency key: 429, and 503 that says when to come back.
 */
export function retryDelay(status: number, headers: Headers, before: number) {
  if (status !== 429 && status !== 503) return undefined;
  const asked =
    decimal(headers.get("retry-after-ms")) ??
    retryAfter(headers.get("retry-after"));
  if (asked !== undefined || status === 503) return asked;
  // Half a second, doubled each time; less up to a half of it, so that callers refused together do not return together.
  return 500 * 2 ** before * (1 - Math.random() / 2);
}

function decimal(value: string | null): number | undefined {
  return value && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Seconds or, in one of the three forms of RFC 9110, a date; one that has passed means now. */
function retryAfter(value: string | null): number | undefined {
  const seconds = decimal(value);
  if (seconds !== undefined) return seconds * 1000;
  if (!value || !/^[A-Z].*:\d\d \w+$/.test(value)) return undefined;
  // The oldest form names no time zone, and means GMT as well.
  const date = Date.parse(value.replace(/( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
