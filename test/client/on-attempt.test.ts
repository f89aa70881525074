import { expect, test, vi } from "vitest";
import type { KwikAttempt, KwikClientOptions } from "../../src/index.js";
import { examplesOf } from "../contract/document.js";
import { clientWith, request, success } from "./answer.js";

const { validationFailed } = examplesOf<object>("ErrorResponse");

/** Runs a call to its end, and says what onAttempt was told. */
async function attemptsOf(
  answer: (request: Request) => Response,
  options: KwikClientOptions = {},
): Promise<Omit<KwikAttempt, "durationMs">[]> {
  const attempts: KwikAttempt[] = [];
  const kwik = clientWith(answer, {
    onAttempt: (attempt) => attempts.push(attempt),
    ...options,
  });
  await kwik.createPortalLink(request).catch(() => {});
  for (const { durationMs } of attempts) {
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(durationMs).toBeLessThan(5000);
  }
  return attempts.map(({ durationMs: _, ...attempt }) => attempt);
}

test("a failure shows as one, under HTTP 200 as well", async () => {
  expect(await attemptsOf(() => Response.json(validationFailed))).toEqual([
    { number: 1, status: 200, code: "005", error: "KwikApiError" },
  ]);
});

test("each attempt, and when the next one follows", async () => {
  const answers = [
    Response.json(
      { status: false, error_code: "429" },
      { status: 429, headers: { "retry-after-ms": "7" } },
    ),
    new Response("", { status: 503, headers: { "Retry-After": "0" } }),
    Response.json(success),
  ];
  const attempts = await attemptsOf(() => answers.shift() as Response, {
    maxRetries: 2,
  });
  expect(attempts).toEqual([
    {
      number: 1,
      status: 429,
      code: "429",
      error: "KwikApiError",
      retryInMs: 7,
    },
    { number: 2, status: 503, error: "KwikApiError", retryInMs: 0 },
    { number: 3, status: 200 },
  ]);
});

test("without Retry-After the second attempt follows after half a second, less up to a half of it", async () => {
  const controller = new AbortController();
  const onAttempt = vi.fn(() => controller.abort());
  const refused = () => Response.json({ status: false }, { status: 429 });
  const kwik = clientWith(refused, { onAttempt, maxRetries: 1 });
  const { signal } = controller;
  await expect(kwik.createPortalLink(request, { signal })).rejects.toThrow();
  const [{ retryInMs = NaN }] = onAttempt.mock.calls[0] as never as [
    KwikAttempt,
  ];
  expect(retryInMs).toBeGreaterThan(250);
  expect(retryInMs).toBeLessThanOrEqual(500);
});

test.for<[error: string, fetch: () => Promise<Response>, status?: number]>([
  ["KwikConnectionError", () => Promise.reject(new Error("refused"))],
  ["KwikTimeoutError", () => new Promise(() => {})],
  ["KwikContractError", () => Promise.resolve(new Response("{}")), 200],
])("%s", async ([error, fetch, status], { expect }) => {
  const attempts = await attemptsOf(() => Response.json(success), {
    fetch,
    timeoutMs: 20,
  });
  expect(attempts).toEqual([{ number: 1, error, status }]);
});

test("the caller's own abort", async () => {
  const attempts: KwikAttempt[] = [];
  const controller = new AbortController();
  const kwik = clientWith(() => Response.json(success), {
    fetch: () => new Promise(() => controller.abort("left")),
    onAttempt: (attempt) => attempts.push(attempt),
  });
  const { signal } = controller;
  await expect(kwik.createPortalLink(request, { signal })).rejects.toBe("left");
  expect(attempts).toMatchObject([{ number: 1, error: "AbortError" }]);
});

test("a request that was not sent is no attempt", async () => {
  const onAttempt = vi.fn();
  const kwik = clientWith(() => Response.json(success), { onAttempt });
  await expect(kwik.createPortalLink({} as never)).rejects.toThrow("not sent");
  expect(onAttempt).not.toHaveBeenCalled();
});

test("api tells of a failure too, and hands it over", async () => {
  const onAttempt = vi.fn();
  const kwik = clientWith(() => Response.json(validationFailed), { onAttempt });
  const { data } = await kwik.api.POST("/customer-portal/link", {
    body: request,
  });
  expect(data).toEqual(validationFailed);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "005", error: "KwikApiError" }),
  );
});

test.for([
  function throws() {
    throw new Error("no");
  },
  function rejects() {
    return Promise.reject(new Error("no"));
  },
])(
  "one that %o changes nothing, and neither does an onContractViolation",
  async (broken) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const bent = { ...success.result, expires_at: "soon" };
    const kwik = clientWith(() => Response.json({ ...success, result: bent }), {
      onAttempt: broken,
      onContractViolation: broken,
    });
    await expect(kwik.createPortalLink(request)).resolves.toEqual(bent);
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  },
);
