import fc from "fast-check";
import {
  afterEach,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from "vitest";
import { KwikApiError } from "../../src/index.js";
import { retryDelay } from "../../src/client/retry.js";
import { clientWith, request, success } from "./answer.js";

const seed = 20_261_122;
const NOW = Date.UTC(2026, 0, 1);

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

/** Header values, and what they ask for in ms from now. */
const asks = (
  headers: Record<string, string>,
  asked?: number,
  isDate = false,
) => ({ headers, asked, isDate });
const dateIn = (seconds: number) =>
  new Date(NOW + seconds * 1000).toUTCString();
const retryAfter = fc.oneof(
  fc.nat(100).map((s) => asks({ "Retry-After": `${s}` }, s * 1000)),
  fc.nat(60_000).map((ms) => asks({ "retry-after-ms": `${ms}` }, ms)),
  fc
    .integer({ min: -100, max: 100 })
    .map((s) =>
      asks({ "Retry-After": dateIn(s) }, Math.max(0, s * 1000), true),
    ),
  fc
    .constantFrom("", "soon", "-1", "NaN")
    .map((value) => asks({ "Retry-After": value })),
  fc.constant(asks({})),
);
const answer = fc
  .tuple(fc.constantFrom(429, 503), retryAfter)
  .map(([status, after]) => ({ status, ...after }));

/** Runs one call against answers in turn, on the fake clock, and says when each request was sent. */
async function run(
  answers: { status: number; headers: object }[],
  options: { maxRetries?: number; timeoutMs: number },
) {
  const started = Date.now();
  const sent: number[] = [];
  const kwik = clientWith(() => {
    const { status, headers } = answers[sent.length] ?? {
      status: 200,
      headers: {},
    };
    sent.push(Date.now() - started);
    return Response.json(status === 200 ? success : { status: false }, {
      status,
      headers: { ...headers },
    });
  }, options);
  const outcome = kwik.createPortalLink(request).then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { sent, outcome: await outcome, ended: Date.now() - started };
}

test("never more retries than asked, never past the time-out, never before Retry-After", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 5 }),
      fc.nat(4),
      fc.integer({ min: 1, max: 60_000 }),
      async (answers, maxRetries, timeoutMs) => {
        vi.setSystemTime(NOW);
        const { sent, outcome } = await run(answers, { maxRetries, timeoutMs });
        expect(sent.length).toBeLessThanOrEqual(1 + maxRetries);
        expect(Math.max(...sent)).toBeLessThan(timeoutMs);
        for (const [index, at] of sent.entries()) {
          const before = answers[index - 1];
          if (!before) continue;
          const earliest =
            before.isDate && before.asked !== undefined
              ? before.asked
              : (sent[index - 1] ?? 0) + (before.asked ?? 0);
          expect(at).toBeGreaterThanOrEqual(earliest);
          // 503 is repeated only when it says when.
          if (before.status === 503) expect(before.asked).toBeDefined();
        }
        const last = answers[sent.length - 1];
        if (last) expect(outcome).toBeInstanceOf(KwikApiError);
        else expect(outcome).toBeUndefined();
        expect(vi.getTimerCount()).toBe(0);
      },
    ),
    { seed, numRuns: 150 },
  );
});

describe("retryDelay", () => {
  const asked = (
    status: number,
    headers: Record<string, string>,
    attempt = 0,
  ) => retryDelay({ status, headers: new Headers(headers) }, attempt);

  test.for([
    [{ "Retry-After": "2" }, 2000],
    [{ "Retry-After": "0" }, 0],
    [{ "Retry-After": "Thu, 01 Jan 2026 00:00:07 GMT" }, 7000],
    [{ "Retry-After": "Wed, 31 Dec 2025 23:59:59 GMT" }, 0],
    [{ "retry-after-ms": "350" }, 350],
    [{ "retry-after-ms": "350", "Retry-After": "2" }, 350],
    [{ "retry-after-ms": "soon", "Retry-After": "2" }, 2000],
    [{ "retry-after-ms": "-1", "Retry-After": "2" }, 2000],
    [{ "retry-after-ms": "", "Retry-After": "2" }, 2000],
    [{ "Retry-After": "1.25" }, 1250],
    // The two older forms of a date.
    [{ "Retry-After": "Thursday, 01-Jan-26 00:00:07 GMT" }, 7000],
    [{ "Retry-After": "Thu Jan  1 00:00:07 2026" }, 7000],
  ] as const)("%j asks for %i ms", ([headers, ms], { expect }) => {
    vi.stubEnv("TZ", "America/New_York");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(asked(429, headers)).toBe(ms);
    expect(asked(503, headers)).toBe(ms);
  });

  test.for([200, 400, 401, 404, 408, 409, 422, 500, 502, 504])(
    "HTTP %i is never retried",
    (status, { expect }) => {
      expect(asked(status, { "Retry-After": "0" })).toBeUndefined();
    },
  );

  test.for([
    "soon",
    "soon 3",
    "3 soon",
    "",
    "-1",
    "0x10",
    "1e3",
    "1, 2",
    "Infinity",
    "NaN",
    "2027-01-01",
    "2027-01-01T00:00:00Z",
    "Jan 1 2027 00:00:00 GMT",
    "Someday, 01 Jan 2027 00:00:00 GMT",
    "Fri, 99 Jan 2027 00:00:00 GMT",
    "Fri, 01 Jan 2027",
    "Fri, 01 Jan 2027 00:00:00",
    "Fri, 01 Jan 2027 00:00:00 GMT (or so)",
    "not Fri, 01 Jan 2027 00:00:00 GMT",
  ])("a Retry-After of %j asks for nothing", (value, { expect }) => {
    expect(asked(503, { "Retry-After": value })).toBeUndefined();
    expect(asked(503, { "retry-after-ms": value })).toBeUndefined();
    expect(asked(429, { "Retry-After": value })).toBeLessThanOrEqual(500);
  });

  test("429 without Retry-After waits half a second, doubled each time, with jitter", () => {
    for (const [attempt, longest] of [500, 1000, 2000, 4000].entries()) {
      const delays = Array.from(
        { length: 200 },
        () => asked(429, {}, attempt) as number,
      );
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(longest / 2);
      expect(Math.max(...delays)).toBeLessThanOrEqual(longest);
      expect(new Set(delays).size).toBeGreaterThan(100);
    }
  });
});
