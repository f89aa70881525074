import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKwikClient, type KwikClient } from "../../src/index.js";
import { examplesOf } from "../contract/document.js";

const success = examplesOf("PortalLinkResponse").noSubscription;
const reason = { why: "the customer left" };

let controller: AbortController;
let sent: Request[];
const unhandled = vi.fn();

beforeEach(() => {
  controller = new AbortController();
  sent = [];
  unhandled.mockReset();
  process.on("unhandledRejection", unhandled);
});
afterEach(() => {
  process.off("unhandledRejection", unhandled);
});

type Reply = Response | Promise<Response>;
const answer = () => Response.json(success);
const refuse = (headers = { "Retry-After": "0" }) =>
  Response.json({ status: false }, { status: 429, headers });
const later = (ms: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, ms));
const never = () => new Promise<never>(() => {});

/** A body that begins and does not end. */
const endless = () =>
  new Response(
    new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array([0x7b])),
    }),
  );

const CASES: Record<string, (attempt: number, request: Request) => Reply> = {
  "before the call": () => {
    throw new Error("nothing must be sent");
  },
  "inside the caller's fetch": () => {
    controller.abort(reason);
    return answer();
  },
  "inside a fetch that throws": () => {
    controller.abort(reason);
    throw new Error("refused");
  },
  "inside a fetch that never settles": () => {
    controller.abort(reason);
    return never();
  },
  "while a fetch that heeds no signal waits": () => {
    setTimeout(() => controller.abort(reason), 5);
    return never();
  },
  "while a fetch that heeds no signal answers late": async () => {
    setTimeout(() => controller.abort(reason), 5);
    await later(20);
    return answer();
  },
  "while a fetch that heeds no signal fails late": async () => {
    setTimeout(() => controller.abort(reason), 5);
    await later(20);
    throw new Error("too late");
  },
  "while the body is read": () => {
    setTimeout(() => controller.abort(reason), 5);
    return endless();
  },
  "as the response arrives": () => {
    queueMicrotask(() => controller.abort(reason));
    return answer();
  },
  "between two attempts": () => {
    setTimeout(() => controller.abort(reason), 5);
    return refuse({ "Retry-After": "20" });
  },
  "inside the second fetch": (attempt) => {
    if (attempt > 1) controller.abort(reason);
    return attempt > 1 ? answer() : refuse();
  },
  "during the second fetch": (attempt) => {
    if (attempt > 1) setTimeout(() => controller.abort(reason), 5);
    return attempt > 1 ? never() : refuse();
  },
};

const methods = {
  createPortalLink: (kwik: KwikClient): Promise<unknown> =>
    kwik.createPortalLink(
      { customer_id: "cus_abc123" },
      { signal: controller.signal },
    ),
  api: (kwik: KwikClient): Promise<unknown> =>
    kwik.api.POST("/customer-portal/link", {
      body: { customer_id: "cus_abc123" },
      signal: controller.signal,
    }),
};

test.for(
  Object.keys(CASES).flatMap((when) =>
    (["createPortalLink", "api"] as const).map((method) => ({ when, method })),
  ),
)("$method, aborted $when", async ({ when, method }, { expect }) => {
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    timeoutMs: 30_000,
    fetch: async (request) => {
      sent.push(request);
      return CASES[when]?.(sent.length, request) ?? answer();
    },
  });
  if (when === "before the call") controller.abort(reason);
  const started = performance.now();
  await expect(methods[method](kwik)).rejects.toBe(reason);
  expect(performance.now() - started).toBeLessThan(1000);
  await later(30);
  expect(unhandled).not.toHaveBeenCalled();
  if (method === "createPortalLink")
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("inside onAttempt, after a good response", async () => {
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    fetch: () => Promise.resolve(answer()),
    onAttempt: () => controller.abort(reason),
  });
  await expect(methods.createPortalLink(kwik)).rejects.toBe(reason);
});

test("a late body is cancelled, and so is the one that was being read", async () => {
  const cancelled = vi.fn();
  const body = () => new Response(new ReadableStream({ cancel: cancelled }));
  for (const wait of [0, 20]) {
    controller = new AbortController();
    const kwik = createKwikClient({
      apiKey: "key",
      apiSecret: "secret",
      fetch: () => later(wait).then(body),
    });
    setTimeout(() => controller.abort(reason), 10);
    await expect(methods.createPortalLink(kwik)).rejects.toBe(reason);
    await later(30);
  }
  expect(cancelled).toHaveBeenCalledTimes(2);
});

test("many calls on one signal print no warning, and leave no listener", async () => {
  const warned = vi.fn();
  process.on("warning", warned);
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    fetch: () => later(5).then(answer),
  });
  await Promise.all(
    Array.from({ length: 50 }, () => methods.createPortalLink(kwik)),
  );
  await Promise.all(Array.from({ length: 50 }, () => methods.api(kwik)));
  await later(5);
  process.off("warning", warned);
  expect(warned).not.toHaveBeenCalled();
});
