// next() decides the next response.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, expectTypeOf, test, vi } from "vitest";
import { examples } from "../../src/contract/generated.js";
import { createMockHandler, type MockAnswerName } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const { success, failure } = examples.createPortalLink;

test.for(Object.entries<object>({ ...success, ...failure }))(
  "%s is the contract's example, for one request",
  async ([name, example], { expect }) => {
    const mock = createMockHandler();
    mock.next(name as MockAnswerName);
    const response = await mock(linkRequest());
    expect(await response.json()).toEqual(example);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect((await mock(linkRequest())).status).toBe(200);
  },
);

test("linkMissing is a success without its link", async () => {
  const mock = createMockHandler();
  mock.next("linkMissing");
  const { link_url, ...result } = success.noSubscription.result;
  expect(link_url).toMatch(/^https:/);
  expect(await (await mock(linkRequest())).json()).toEqual({
    status: true,
    result,
  });
});

test.for([
  ["rateLimited", "Too Many Requests", "text/plain; charset=utf-8", "0"],
  ["serverError", "Internal Server Error", "text/plain; charset=utf-8", null],
  ["notJson", "Back soon.", "text/html; charset=utf-8", null],
  ["emptyBody", "", null, null],
] as const)("%s: %j", async ([name, text, type, retryAfter], { expect }) => {
  const mock = createMockHandler();
  mock.next(name);
  const response = await mock(linkRequest());
  expect(response.headers.get("content-type")).toBe(type);
  expect(response.headers.get("retry-after")).toBe(retryAfter);
  expect(await response.text()).toMatch(new RegExp(`${text}$`));
});

test("a body of one's own is sent as JSON, with the success's status", async () => {
  const mock = createMockHandler();
  mock.next({ body: [1] });
  const response = await mock(linkRequest());
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe("[1]");
});

test("connectionLost fails as Node's fetch does", async () => {
  const mock = createMockHandler();
  mock.next("connectionLost");
  const error: unknown = await mock(linkRequest()).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({
    message: "fetch failed",
    code: "ECONNRESET",
    errno: -104,
    cause: { message: "read ECONNRESET", code: "ECONNRESET", syscall: "read" },
  });
});

test("timeout answers nothing until the caller gives up, whatever is collected meanwhile", async () => {
  const mock = createMockHandler();
  mock.next("timeout");
  const controller = new AbortController();
  const settled = vi.fn();
  const { signal } = controller;
  const answer = mock(linkRequest(undefined, { signal })).finally(settled);
  answer.catch(() => {});
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let times = 0; times < 5; times++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    collect();
  }
  expect(settled).not.toHaveBeenCalled();
  controller.abort(new Error("enough"));
  await expect(answer).rejects.toThrow("enough");
});

test("under another status, and with headers in place of its own, whatever their case", async () => {
  const mock = createMockHandler();
  const headers = { "Retry-After": "30", "X-Trace": "1" };
  mock.next("rateLimited", { status: 200, headers });
  const response = await mock(linkRequest());
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/plain; charset=utf-8",
    "retry-after": "30",
    "x-trace": "1",
  });
});

test.for([204, 205, 304])("%i has no body", async (status, { expect }) => {
  const mock = createMockHandler();
  mock.next("serverError", { status });
  const byPrefer = { headers: { Prefer: `code=${status}` } };
  for (const request of [linkRequest(), linkRequest(undefined, byPrefer)]) {
    const response = await mock(request);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("");
  }
});

test.for([[undefined], [() => 1], [10n], [Symbol("x")]])(
  "a body that JSON cannot hold is refused: %o",
  ([body]) => {
    expect(() => createMockHandler().next({ body })).toThrow(
      "body must be a text, or a value that JSON can hold.",
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
    new Request(linkRequest(), { body: slow, duplex: "half" } as RequestInit),
  );
  const second = mock(linkRequest());
  expect((await second).status).toBe(200);
  expect((await first).status).toBe(404);
});

test("waits for a request to the endpoint", async () => {
  const mock = createMockHandler();
  mock.next("recordNotFound");
  await mock(new Request("https://host.example/another/path"));
  await mock(new Request(linkRequest().url));
  expect((await mock(linkRequest())).status).toBe(404);
});

test("an unknown name is an error that lists the known ones", () => {
  const mock = createMockHandler();
  // @ts-expect-error no such answer
  expect(() => mock.next("recordFound")).toThrow(
    /^name must be one of noSubscription, .*recordNotFound.*linkMissing\.$/,
  );
  expectTypeOf<MockAnswerName>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<MockAnswerName>();
});
