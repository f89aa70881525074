// A call ends when its caller aborts or its time is up, whatever fetch does; and it leaves nothing behind.
import { getEventListeners } from "node:events";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KwikAttempt, KwikClient } from "../../src/index.js";
import { answer, clientWith, everyWayToShow } from "./client.js";
import { failureOf, never, PATH, request } from "./client.js";

const reason = { why: "the customer left" };
let controller: AbortController;
const abort = () => controller.abort(reason);
const trouble = vi.fn();
beforeEach(() => {
  controller = new AbortController();
  trouble.mockReset();
  process.on("unhandledRejection", trouble).on("warning", trouble);
});
afterEach(() => {
  process.off("unhandledRejection", trouble).off("warning", trouble);
});

const link = (kwik: KwikClient): Promise<unknown> =>
  kwik.createPortalLink(request, { signal: controller.signal });
const api = (kwik: KwikClient): Promise<unknown> =>
  kwik.api.POST(PATH, { body: request, signal: controller.signal });
const both = async (fetch: () => unknown) => [
  (await failureOf(link(clientWith(fetch)))) as Error,
  (await failureOf(api(clientWith(fetch)))) as Error,
];

const refuse = (after: string) =>
  Response.json({}, { status: 429, headers: { "Retry-After": after } });
const begin = (body: ReadableStreamDefaultController<Uint8Array>) =>
  body.enqueue(new Uint8Array(1));
/** How the work of a fetch goes on. */
const WORK: Record<string, () => unknown> = {
  answers: answer,
  fails: () => Promise.reject(new Error("refused")),
  "never settles": never,
  refuses: () => refuse("20"),
  "sends no end": () => new Response(new ReadableStream({ start: begin })),
};
/** When the abort comes; in which attempt; and what fetch does then. */
const CASES = `at once, answers|at once, fails|at once, never settles
after 4 ms, never settles|after 4 ms, late, answers|after 4 ms, late, fails
after 4 ms, sends no end|after 4 ms, refuses
at once, second, answers|after 4 ms, second, never settles`.split(/[|\n]/);

const METHODS = [link, api];
const cases = METHODS.flatMap((method) =>
  CASES.map((how) => [how, method] as const),
);
test.for(cases)(
  "aborted %s: the caller's reason, %o",
  async ([how, method]) => {
    const attempts: KwikAttempt[] = [];
    let sent = 0;
    const fetch = async () => {
      if (++sent === 1 && how.includes("second")) return refuse("0");
      if (how.startsWith("at once")) abort();
      else setTimeout(abort, 4);
      if (how.includes("late")) await later(12);
      return WORK[how.split(", ").at(-1) ?? ""]?.();
    };
    const onAttempt = (attempt: KwikAttempt) => attempts.push(attempt);
    const kwik = clientWith(fetch, { maxRetries: 2, onAttempt });
    expect(await failureOf(method(kwik))).toBe(reason);
    expect(sent).toBe(how.includes("second") ? 2 : 1);
    const error = how.includes("refuses") ? "KwikApiError" : "AbortError";
    expect(attempts.at(-1)).toMatchObject({ number: sent, error });
    await later(15);
    expect(trouble).not.toHaveBeenCalled();
    if (method === api) return;
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  },
);

test("aborted before the call: nothing is sent", async () => {
  abort();
  const fetch = vi.fn(answer);
  expect(await both(fetch)).toEqual([reason, reason]);
  expect(fetch).not.toHaveBeenCalled();
});

test("an abort inside onAttempt counts, even after a good response", async () => {
  const kwik = clientWith(answer, { onAttempt: abort });
  expect(await failureOf(link(kwik))).toBe(reason);
});

const ends = { abort: 5000, "time-out": 10 };
test.for(Object.entries(ends))(
  "%s cancels a body",
  async ([how, timeoutMs]) => {
    for (const wait of [0, 30]) {
      const cancel = vi.fn();
      const signals: AbortSignal[] = [];
      const fetch = async ({ signal }: Request) => {
        signals.push(signal);
        await later(wait);
        return new Response(new ReadableStream({ cancel }));
      };
      const call = failureOf(link(clientWith(fetch, { timeoutMs })));
      if (how === "abort") setTimeout(abort, 10);
      const error = (await call) as Error;
      if (how === "abort") expect(error).toBe(reason);
      else expect(error.name).toBe("KwikTimeoutError");
      await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
      expect(signals.map((signal): unknown => signal.reason)).toEqual([error]);
      controller = new AbortController();
    }
  },
);

test.for([null, "", 0])("%j is a reason as well", async (given) => {
  controller.abort(given);
  expect(await failureOf(link(clientWith(never)))).toBe(given);
});

test("the signal of a fetch that went well does not abort", async () => {
  const fetch = vi.fn<(request: Request) => Response>(answer);
  await link(clientWith(fetch));
  await later(5);
  expect(fetch.mock.calls[0]?.[0].signal.aborted).toBe(false);
});

test("100 calls at once on one signal print no warning", async () => {
  for (const method of [link, api]) {
    const kwik = clientWith(() => later(5).then(answer));
    await Promise.all(Array.from({ length: 100 }, () => method(kwik)));
    await later(5);
    expect(trouble).not.toHaveBeenCalled();
  }
});

test("a call that has ended leaves the signal to the others", async () => {
  const first = link(clientWith(answer));
  const other = failureOf(link(clientWith(never)));
  await first;
  abort();
  expect(await other).toBe(reason);
});

// eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- callers do.
const reject = (thrown: unknown) => () => Promise.reject(thrown);
const get = () => {
  throw new Error("no");
};
const cause = new Error("no\r\nroute");
const taken = new Response("{}");
taken.body?.getReader();
const opaque = { status: 0, type: "opaqueredirect", headers: new Headers() };
const large = () => new Response("x".repeat(2 ** 21));
const NO_ANSWER = "KwikConnectionError: No answer (";
test.for<[message: string, fetch: () => unknown]>([
  [`${NO_ANSWER}undefined)`, reject(undefined)],
  [`${NO_ANSWER}unknown)`, reject(Object.create(null))],
  [`${NO_ANSWER}unknown)`, reject(new Proxy({}, { get }))],
  [`${NO_ANSWER}Error)`, reject(new Error(""))],
  [`${NO_ANSWER}ECONNRESET)`, reject({ code: "ECONNRESET" })],
  [`${NO_ANSWER}a text)`, reject("a text")],
  [`${NO_ANSWER}no route)`, reject(new TypeError("failed", { cause }))],
  [`${NO_ANSWER}no [hidden])`, reject(new Error("no canary_key"))],
  [`${NO_ANSWER}network error)`, () => Response.error()],
  [`${NO_ANSWER}Cannot destructure`, () => undefined],
  [NO_ANSWER, () => taken],
  ["KwikApiError: Redirects are not followed (HTTP 0)", () => opaque],
  ["KwikApiError: HTTP 999, not", () => ({ ...opaque, status: 999 })],
  ["KwikContractError: The response is larger than 1 MiB", large],
])("%s, through api as well", async ([message, fetch]) => {
  for (const error of await both(fetch)) {
    expect(String(error)).toContain(message);
    expect(everyWayToShow(error)).not.toContain("canary");
  }
});
