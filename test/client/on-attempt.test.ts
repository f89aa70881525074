import { expect, test, vi } from "vitest";
import type { KwikAttempt, KwikClientOptions } from "../../src/index.js";
import { answer, clientWith, failureOf, never } from "./client.js";
import { PATH, request, result } from "./client.js";

/** Runs a call to its end, and says what onAttempt was told. */
async function attemptsOf(fetch: () => unknown, options: KwikClientOptions) {
  const attempts: KwikAttempt[] = [];
  const onAttempt = ({ durationMs, ...attempt }: KwikAttempt) => {
    expect(durationMs).toBeGreaterThanOrEqual(0);
    attempts.push(attempt as KwikAttempt);
  };
  const kwik = clientWith(fetch, { onAttempt, ...options });
  await kwik.createPortalLink(request).catch(() => {});
  return attempts;
}
const failed = { status: false, error_code: "005" };
const failure = () => Response.json(failed);

test.for<[fetch: () => unknown, told: object]>([
  [answer, { status: 200 }],
  [failure, { status: 200, code: "005", error: "KwikApiError" }],
  [() => new Response("{}"), { status: 200, error: "KwikContractError" }],
  [() => Promise.reject(new Error("no")), { error: "KwikConnectionError" }],
  [never, { error: "KwikTimeoutError" }],
])("%o: onAttempt is told %j", async ([fetch, told]) => {
  const attempts = await attemptsOf(fetch, { timeoutMs: 20 });
  expect(attempts).toEqual([{ number: 1, ...told }]);
});

test("each attempt, and when the next one follows", async () => {
  const soon = { "retry-after-ms": "7" };
  const now = { "Retry-After": "0" };
  const answers = [
    Response.json({ error_code: "429" }, { status: 429, headers: soon }),
    new Response("", { status: 503, headers: now }),
    answer(),
  ];
  const error = "KwikApiError";
  expect(await attemptsOf(() => answers.shift(), { maxRetries: 2 })).toEqual([
    { number: 1, status: 429, code: "429", error, retryInMs: 7 },
    { number: 2, status: 503, error, retryInMs: 0 },
    { number: 3, status: 200 },
  ]);
});

test("of api too, and of no request that was not sent", async () => {
  const onAttempt = vi.fn();
  const kwik = clientWith(failure, { onAttempt });
  await failureOf(kwik.createPortalLink({} as never));
  await kwik.api.POST(PATH, { body: request });
  expect(onAttempt.mock.calls).toMatchObject([[{ number: 1, code: "005" }]]);
});

const rejects = () => Promise.reject(new Error("no"));
const throws = () => {
  throw new Error("no");
};
test.for([throws, rejects])("a listener that %o", async (broken) => {
  const bent = { ...result, expires_at: "soon" };
  const bend = () => Response.json({ status: true, result: bent });
  const options = { onAttempt: broken, onContractViolation: broken };
  const kwik = clientWith(bend, options);
  await expect(kwik.createPortalLink(request)).resolves.toEqual(bent);
  await new Promise((resolve) => setTimeout(resolve, 5));
});
