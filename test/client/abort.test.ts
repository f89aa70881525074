import { getEventListeners } from "node:events";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KwikClient } from "../../src/index.js";
import { clientWith, request, success } from "./answer.js";

const reason = { why: "the customer left" };

let controller: AbortController;
const unhandled = vi.fn();

beforeEach(() => {
  controller = new AbortController();
  unhandled.mockReset();
  process.on("unhandledRejection", unhandled);
});
afterEach(() => {
  process.off("unhandledRejection", unhandled);
});

/** What a fetch does in the first attempt, in the second, … */
type Fetch = (attempt: number) => Response | Promise<Response>;

const abort = () => controller.abort(reason);
const answer = () => Response.json(success);
const refuse = (seconds: string) =>
  Response.json(
    { status: false },
    { status: 429, headers: { "Retry-After": seconds } },
  );
const fail = () => {
  throw new Error("refused");
};
const never = () => new Promise<never>(() => {});
/** A body that begins and does not end. */
const endless = () =>
  new Response(
    new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array([0x7b])),
    }),
  );
/** An abort in a moment of its own, and then the rest. */
const aborting =
  (when: (abort: () => void) => void, then: Fetch): Fetch =>
  (attempt) => {
    when(abort);
    return then(attempt);
  };
const now = (abort: () => void) => abort();
const soon = (abort: () => void) => void setTimeout(abort, 4);
const late = (then: Fetch) => (attempt: number) =>
  later(12).then(() => then(attempt));
const second = (then: Fetch) => (attempt: number) =>
  attempt > 1 ? then(attempt) : refuse("0");

const CASES: Record<string, Fetch> = {
  "before the call": fail,
  "inside the caller's fetch": aborting(now, answer),
  "inside a fetch that throws": aborting(now, fail),
  "inside a fetch that never settles": aborting(now, never),
  "while a fetch that heeds no signal waits": aborting(soon, never),
  "while a fetch that heeds no signal answers late": aborting(
    soon,
    late(answer),
  ),
  "while a fetch that heeds no signal fails late": aborting(soon, late(fail)),
  "while the body is read": aborting(soon, endless),
  "as the response arrives": aborting(queueMicrotask, answer),
  "between two attempts": aborting(soon, () => refuse("20")),
  "inside the second fetch": second(aborting(now, answer)),
  "during the second fetch": second(aborting(soon, never)),
};

const methods = {
  createPortalLink: (kwik: KwikClient): Promise<unknown> =>
    kwik.createPortalLink(request, { signal: controller.signal }),
  api: (kwik: KwikClient): Promise<unknown> =>
    kwik.api.POST("/customer-portal/link", {
      body: request,
      signal: controller.signal,
    }),
};

test.for(
  Object.entries(CASES).flatMap(([when, fetch]) =>
    (["createPortalLink", "api"] as const).map(
      (method) => [method, when, fetch] as const,
    ),
  ),
)("%s, aborted %s", async ([method, when, fetch], { expect }) => {
  let attempts = 0;
  const kwik = clientWith(answer, {
    maxRetries: 2,
    timeoutMs: 30_000,
    fetch: async () => fetch(++attempts),
  });
  if (when === "before the call") abort();
  const started = performance.now();
  await expect(methods[method](kwik)).rejects.toBe(reason);
  expect(performance.now() - started).toBeLessThan(1000);
  if (when === "before the call") expect(attempts).toBe(0);
  await later(15);
  expect(unhandled).not.toHaveBeenCalled();
  if (method === "createPortalLink")
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("inside onAttempt, after a good response", async () => {
  const kwik = clientWith(answer, { onAttempt: abort });
  await expect(methods.createPortalLink(kwik)).rejects.toBe(reason);
});

test("a late body is cancelled, and so is the one that was being read", async () => {
  const cancelled = vi.fn();
  const body = () => new Response(new ReadableStream({ cancel: cancelled }));
  for (const wait of [0, 20]) {
    controller = new AbortController();
    const fetch = () => later(wait).then(body);
    setTimeout(abort, 10);
    await expect(
      methods.createPortalLink(clientWith(answer, { fetch })),
    ).rejects.toBe(reason);
    await later(15);
  }
  expect(cancelled).toHaveBeenCalledTimes(2);
});

test.for(["createPortalLink", "api"] as const)(
  "many calls of %s on one signal print no warning",
  async (method, { expect }) => {
    const warned = vi.fn();
    process.on("warning", warned);
    const kwik = clientWith(answer, { fetch: () => later(5).then(answer) });
    await Promise.all(Array.from({ length: 50 }, () => methods[method](kwik)));
    await later(5);
    process.off("warning", warned);
    expect(warned).not.toHaveBeenCalled();
  },
);

test("a call that has ended leaves the signal to the others", async () => {
  const first = methods.createPortalLink(clientWith(answer));
  const second = methods.createPortalLink(clientWith(never as never));
  await first;
  abort();
  await expect(second).rejects.toBe(reason);
});
