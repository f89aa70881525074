// When a call is repeated, on a clock of the test's own.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KwikAttempt } from "../../src/index.js";
import { clientWith, failureOf, request } from "./client.js";

const NOW = Date.UTC(2026, 0, 1);
beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

type Headers = Record<string, string>;
/** After how many ms a refused call is repeated, again and again; `undefined` when it is not. */
async function delaysAfter(status: number, headers: Headers, maxRetries = 1) {
  vi.setSystemTime(NOW);
  const delays: (number | undefined)[] = [];
  const onAttempt = (attempt: KwikAttempt) => delays.push(attempt.retryInMs);
  const refuse = () => Response.json({ status: false }, { status, headers });
  const kwik = clientWith(refuse, { maxRetries, onAttempt });
  const call = failureOf(kwik.createPortalLink(request));
  await vi.runAllTimersAsync();
  expect(await call).toHaveProperty("status", status);
  return delays;
}

test.for<[headers: Headers, ms: number]>([
  [{ "Retry-After": "2" }, 2000],
  [{ "Retry-After": "1.25" }, 1250],
  [{ "retry-after-ms": "350", "Retry-After": "2" }, 350],
  [{ "retry-after-ms": "soon", "Retry-After": "2" }, 2000],
  [{ "retry-after-ms": "-1", "Retry-After": "2" }, 2000],
  [{ "Retry-After": "Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
  [{ "Retry-After": "Wed, 31 Dec 2025 23:59:59 GMT" }, 0],
  // The two older forms of a date.
  [{ "Retry-After": "Thursday, 01-Jan-26 00:00:07 GMT" }, 7000],
  [{ "Retry-After": "Thu Jan  1 00:00:07 2026" }, 7000],
])("%j asks for %i ms", async ([headers, ms]) => {
  vi.stubEnv("TZ", "America/New_York");
  expect((await delaysAfter(429, headers))[0]).toBe(ms);
  expect((await delaysAfter(503, headers))[0]).toBe(ms);
});

const nothing = `soon|soon 3|3 soon||-1|0x10|1e3|1, 2|Infinity|NaN|2027-01-01
2027-01-01T00:00:00Z|Fri, 99 Jan 2027 00:00:00 GMT|Fri, 01 Jan 2027
not Fri, 01 Jan 2027 00:00:00 GMT|Fri, 01 Jan 2027 00:00:00 GMT (or so)`;
test.for(nothing.split(/[|\n]/))("%j asks for nothing", async (value) => {
  const headers = { "Retry-After": value, "retry-after-ms": value };
  expect(await delaysAfter(503, headers)).toEqual([undefined]);
  expect((await delaysAfter(429, headers))[0]).toBeLessThanOrEqual(500);
});

const never = [200, 400, 401, 404, 408, 409, 422, 500, 502, 504];
test.for(never)("HTTP %i is never repeated", async (status) => {
  const delays = await delaysAfter(status, { "Retry-After": "0" });
  expect(delays).toEqual([undefined]);
});

test("429 alone waits half a second, doubled each time, less up to a half of it", async () => {
  const all: (number | undefined)[][] = [];
  for (let run = 0; run < 30; run++) all.push(await delaysAfter(429, {}, 3));
  for (const [index, longest] of [500, 1000, 2000].entries()) {
    const delays = all.map((run) => run[index] ?? NaN);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(longest / 2);
    expect(Math.max(...delays)).toBeLessThanOrEqual(longest);
    expect(new Set(delays).size).toBeGreaterThan(15);
  }
});

/** Refuses after so many ms, and says when to come back. */
const refusing = (ms: number, after: string) =>
  vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const headers = { "Retry-After": after };
    return Response.json({}, { status: 429, headers });
  });
const options = { maxRetries: 9, timeoutMs: 1000 };

test("one time-out is for all attempts", async () => {
  const kwik = clientWith(refusing(600, "0"), options);
  const call = failureOf(kwik.createPortalLink(request));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await call).toHaveProperty("name", "KwikTimeoutError");
});

test("no retry is past the time-out, and no timer is left", async () => {
  const refuse = refusing(0, "0.4");
  const call = failureOf(clientWith(refuse, options).createPortalLink(request));
  await vi.runAllTimersAsync();
  expect(await call).toHaveProperty("status", 429);
  expect(refuse).toHaveBeenCalledTimes(3);
  const controller = new AbortController();
  const kwik = clientWith(refusing(0, "0.4"), options);
  const aborted = failureOf(kwik.createPortalLink(request, controller));
  await vi.advanceTimersByTimeAsync(10);
  controller.abort("left");
  expect(await aborted).toBe("left");
  expect(vi.getTimerCount()).toBe(0);
});
