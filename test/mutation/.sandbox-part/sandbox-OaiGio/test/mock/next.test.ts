// @ts-nocheck
// next() decides the next response.
import { expect, expectTypeOf, test } from "vitest";
import { examples } from "../../src/contract/generated.js";
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikTimeoutError,
} from "../../src/index.js";
import {
  createMockHandler,
  type MockAnswerName,
  type MockHandler,
} from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const ask = (mock: MockHandler, timeoutMs = 10_000) =>
  createKwikClient({ apiKey: "key", apiSecret: "secret", fetch: mock })
    .createPortalLink({ customer_id: "c" }, { timeoutMs })
    .catch((reason: unknown) => reason);

test.for(Object.entries(examples.createPortalLink.failure))(
  "%s is the contract's example",
  async ([name, example], { expect }) => {
    const mock = createMockHandler();
    mock.next(name as MockAnswerName);
    const error = await ask(mock);
    expect(error).toBeInstanceOf(KwikApiError);
    expect(error).toMatchObject({ code: example.error_code });
  },
);

test.for(Object.entries(examples.createPortalLink.success))(
  "%s is the contract's example",
  async ([name, example], { expect }) => {
    const mock = createMockHandler();
    mock.next(name as MockAnswerName);
    const response = await mock(linkRequest({ customer_id: "c" }));
    expect(await response.json()).toEqual(example);
  },
);

test.for([
  ["serverError", KwikApiError, "Refused (HTTP 500)"],
  ["notJson", KwikContractError, "is not JSON"],
  ["emptyBody", KwikContractError, "is empty"],
  ["linkMissing", KwikContractError, "link_url is missing"],
  ["connectionLost", KwikConnectionError, "read ECONNRESET"],
  ["timeout", KwikTimeoutError, "No answer within 20 ms"],
] as const)("%s", async ([name, kind, message], { expect }) => {
  const mock = createMockHandler();
  mock.next(name);
  const error = await ask(mock, name === "timeout" ? 20 : undefined);
  expect(error).toBeInstanceOf(kind);
  expect((error as Error).message).toContain(message);
  // It was for one request alone.
  await expect(ask(mock)).resolves.toHaveProperty("id");
});

test("rateLimited is retried at once, as it says", async () => {
  const mock = createMockHandler();
  mock.next("rateLimited");
  const response = await mock(linkRequest({ customer_id: "c" }));
  expect(response.headers.get("retry-after")).toBe("0");
  mock.next("rateLimited");
  await expect(ask(mock)).resolves.toHaveProperty("id");
  expect(mock.requests).toHaveLength(3);
});

test("three times, the client gives up", async () => {
  const mock = createMockHandler();
  for (let times = 0; times < 3; times++) mock.next("rateLimited");
  expect(await ask(mock)).toMatchObject({ status: 429, code: undefined });
});

test("under another status, and with headers", async () => {
  const mock = createMockHandler();
  mock.next("recordNotFound", { status: 200, headers: { "x-trace": "1" } });
  const response = await mock(linkRequest({ customer_id: "c" }));
  expect(response.status).toBe(200);
  expect(response.headers.get("x-trace")).toBe("1");
  mock.next("recordNotFound", { status: 200 });
  expect(await ask(mock)).toMatchObject({ status: 200, code: "007" });
});

test("given headers stand in for its own, whatever their case", async () => {
  const mock = createMockHandler();
  mock.next("rateLimited", { headers: { "Retry-After": "30" } });
  const response = await mock(linkRequest({ customer_id: "c" }));
  expect(response.headers.get("retry-after")).toBe("30");
});

test.for([204, 205, 304])("%i has no body", async (status, { expect }) => {
  const mock = createMockHandler();
  mock.next("serverError", { status });
  const response = await mock(linkRequest({ customer_id: "c" }));
  expect(response.status).toBe(status);
  expect(await response.text()).toBe("");
});

test.for([{ "bad header": "x" }, { x: "→" }, { "Content-Length": "3" }])(
  "headers %j are refused",
  (headers, { expect }) => {
    const mock = createMockHandler();
    expect(() => mock.next("serverError", { headers })).toThrow(
      /^headers must /,
    );
  },
);

test("goes to the request that came first, not to the body that came first", async () => {
  const mock = createMockHandler();
  mock.next("recordNotFound");
  const slow = new ReadableStream<Uint8Array>({
    async start(controller) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      controller.enqueue(new TextEncoder().encode('{"customer_id":"c"}'));
      controller.close();
    },
  });
  const first = mock(
    new Request(linkRequest({}), { body: slow, duplex: "half" } as RequestInit),
  );
  const second = mock(linkRequest({ customer_id: "c" }));
  expect((await second).status).toBe(200);
  expect((await first).status).toBe(404);
});

test("an unknown name is an error that lists the known ones", () => {
  const mock = createMockHandler();
  //  no such answer
  expect(() => mock.next("recordFound")).toThrow(
    /^name must be one of noSubscription, .*recordNotFound.*linkMissing\.$/,
  );
  expect(() => mock.next("recordNotFound", { status: 99 })).toThrow(
    "status must be an HTTP status from 200 to 599.",
  );
  expectTypeOf<MockAnswerName>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<MockAnswerName>();
});

test("reset() forgets what was lined up, and the requests", async () => {
  const mock = createMockHandler();
  await ask(mock);
  mock.next("recordNotFound");
  mock.reset();
  expect(mock.requests).toEqual([]);
  await expect(ask(mock)).resolves.toHaveProperty("id");
});

test("a request that waits for its turn does not take another one's answer", async () => {
  const mock = createMockHandler();
  mock.next("recordNotFound");
  await mock(new Request("https://host.example/another/path"));
  expect(await ask(mock)).toMatchObject({ code: "007" });
});
