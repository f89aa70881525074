// next() decides the next response.
import { expect, expectTypeOf, test } from "vitest";
import { examples } from "../../src/contract/generated.js";
import { createMockHandler, type MockAnswerName } from "../../src/mock.js";
import { linkRequest } from "../http.js";

test.for(Object.entries({ ...examples.response, ...examples.failure }))(
  "%s is the contract's example, for one request",
  async ([name, example], { expect }) => {
    const mock = createMockHandler();
    mock.next(name as MockAnswerName);
    const response = await mock(linkRequest("{"));
    expect(await response.json()).toEqual(example);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect((await mock(linkRequest())).status).toBe(200);
  },
);

const text = { "content-type": "text/plain; charset=utf-8" };
const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };
const retryAfter = { "retry-after": "0", ...text };
test.for([
  ["rateLimited", 429, retryAfter, "Too Many Requests"],
  ["serverError", 500, text, "Internal Server Error"],
  ["notJson", 200, html, "<!doctype"],
  ["emptyBody", 200, {}, ""],
  ["linkMissing", 200, json, '{"status":true'],
] as const)("%s", async ([name, status, headers, start], { expect }) => {
  const mock = createMockHandler();
  mock.next(name);
  const response = await mock(linkRequest());
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toEqual(headers);
  const body = await response.text();
  expect(body.startsWith(start)).toBe(true);
  expect(body).not.toContain("link_url");
});

test("status and headers stand in for the answer's own, as often as asked", async () => {
  const mock = createMockHandler();
  const headers = { "Retry-After": "30" };
  mock.next("rateLimited", { status: 200, headers, times: 2 });
  for (const retryAfter of ["30", "30", null]) {
    const response = await mock(linkRequest());
    expect(response.status).toBe(200);
    expect(response.headers.get("retry-after")).toBe(retryAfter);
  }
});

test.for([204, 205, 304])("%i has no body", async (status, { expect }) => {
  const mock = createMockHandler();
  mock.next("serverError", { status });
  const response = await mock(linkRequest());
  expect(response.status).toBe(status);
  expect(await response.text()).toBe("");
});

test("connectionLost fails as Node's fetch does", async () => {
  const mock = createMockHandler();
  mock.next("connectionLost");
  const error: unknown = await mock(linkRequest()).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({
    ...{ message: "fetch failed", code: "ECONNRESET", errno: -104 },
    cause: { message: "read ECONNRESET", code: "ECONNRESET", syscall: "read" },
  });
});

test("goes to the request that came first, not to the body that came first", async () => {
  const mock = createMockHandler();
  mock.next("recordNotFound");
  await mock(new Request("https://host.example/another/path"));
  const { readable, writable } = new TransformStream<Uint8Array>();
  const init = { body: readable, duplex: "half" } as RequestInit;
  const first = mock(new Request(linkRequest(), init));
  expect((await mock(linkRequest())).status).toBe(200);
  await writable.close();
  expect((await first).status).toBe(404);
});

test("an unknown name is an error that lists the known ones", () => {
  const mock = createMockHandler();
  expect(() => mock.next({ body: 10n })).toThrow("a value that JSON can hold");
  // @ts-expect-error no such answer
  expect(() => mock.next("recordFound")).toThrow(
    /^name must be one of noSubscription, .*recordNotFound.*linkMissing\.$/,
  );
  expectTypeOf<string>().not.toExtend<MockAnswerName>();
});
