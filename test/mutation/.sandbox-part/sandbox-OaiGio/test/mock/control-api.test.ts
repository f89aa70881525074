// @ts-nocheck
// The mock is controlled over HTTP as it is in process, by programs and by no web page.
import { request as httpRequest } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import {
  createMockHandler,
  startMockServer,
  type MockServer,
} from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const ORIGIN = "http://127.0.0.1:4010";
const JSON_TYPE = { "Content-Type": "application/json" };

const control = (
  path: string,
  body?: unknown,
  headers: Record<string, string> = JSON_TYPE,
  method = body === undefined ? "GET" : "POST",
) =>
  new Request(`${ORIGIN}/__mock/${path}`, {
    method,
    headers,
    ...(body !== undefined && {
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  });

const statusesOf = async (mock: (request: Request) => Promise<Response>) => {
  const statuses = [];
  for (let count = 0; count < 3; count++)
    statuses.push((await mock(linkRequest({ customer_id: "c" }))).status);
  return statuses;
};

test("health says that it is there", async () => {
  const response = await createMockHandler()(control("health"));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test.for([
  [{ name: "recordNotFound" }, [404, 200, 200]],
  [{ name: "recordNotFound", times: 2 }, [404, 404, 200]],
  [{ name: "recordNotFound", status: 410, times: 3 }, [410, 410, 410]],
  [
    { body: { status: false, error_code: "099" }, status: 409 },
    [409, 200, 200],
  ],
] as [object, number[]][])(
  "next %j: %j",
  async ([next, statuses], { expect }) => {
    const mock = createMockHandler();
    const response = await mock(control("next", next));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(await statusesOf(mock)).toEqual(statuses);
  },
);

test("next takes headers, and a body that is no JSON", async () => {
  const mock = createMockHandler();
  await mock(control("next", { body: "{", headers: { "X-Trace": "1" } }));
  const response = await mock(linkRequest({ customer_id: "c" }));
  expect(response.headers.get("x-trace")).toBe("1");
  expect(response.headers.get("content-type")).toMatch("text/plain");
  expect(await response.text()).toBe("{");
});

test("requests lists what was asked, without credentials and without its own control", async () => {
  const mock = createMockHandler();
  await mock(linkRequest({ customer_id: "cus_mine" }));
  const response = await mock(control("requests"));
  const text = await response.text();
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(mock.requests)));
  expect(JSON.parse(text)).toMatchObject([
    { body: { customer_id: "cus_mine" } },
  ]);
  expect(text).not.toContain("test_secret");
  expect(text).not.toContain(btoa("test_key:test_secret"));
});

test.for([
  ["an empty body", undefined, {}],
  ["a JSON one", "{}", JSON_TYPE],
] as const)(
  "reset starts over, with %s",
  async ([, body, headers], { expect }) => {
    const mock = createMockHandler();
    await mock(linkRequest({ customer_id: "c" }));
    mock.next("recordNotFound");
    const response = await mock(control("reset", body, headers, "POST"));
    expect(response.status).toBe(204);
    expect(mock.requests).toEqual([]);
    expect((await statusesOf(mock))[0]).toBe(200);
  },
);

test.for([
  [
    "no name that there is",
    control("next", { name: "nope" }),
    422,
    "recordNotFound",
  ],
  [
    "a name of Object's",
    control("next", { name: "constructor" }),
    422,
    "recordNotFound",
  ],
  ["neither name nor body", control("next", {}), 422, "name or body"],
  ["both", control("next", { name: "timeout", body: 1 }), 422, "name or body"],
  [
    "a field it does not know",
    control("next", { nmae: "timeout" }),
    422,
    "name or body",
  ],
  ["no object", control("next", "[]"), 422, "name or body"],
  ["no JSON", control("next", "{"), 422, "name or body"],
  [
    "no HTTP status",
    control("next", { name: "timeout", status: 600 }),
    422,
    "from 200 to 599",
  ],
  [
    "too many times",
    control("next", { name: "timeout", times: 1001 }),
    422,
    "from 1 to 1000",
  ],
  [
    "no time",
    control("next", { name: "timeout", times: 0 }),
    422,
    "from 1 to 1000",
  ],
  [
    "a header of the server's",
    control("next", { name: "timeout", headers: { Trailer: "x" } }),
    422,
    "leave trailer",
  ],
  [
    "a text",
    control("next", "{}", { "Content-Type": "text/plain" }),
    415,
    "application/json",
  ],
  [
    "a form",
    control("reset", "", {
      "Content-Type": "application/x-www-form-urlencoded",
    }),
    415,
    "application/json",
  ],
  [
    "a reset that is no JSON",
    control("reset", "x", { "Content-Type": "text/plain" }),
    415,
    "application/json",
  ],
  ["another method", control("next"), 405, "POST"],
  ["another path", control("nope"), 404, "/__mock/next"],
  [
    "a web page",
    control("reset", undefined, { Origin: "https://evil.example" }, "POST"),
    403,
    "web page",
  ],
  [
    "a web page without a name",
    control("requests", undefined, { Origin: "null" }),
    403,
    "web page",
  ],
] as [string, Request, number, string][])(
  "%s is a problem that says what is allowed",
  async ([, request, status, advice], { expect }) => {
    const mock = createMockHandler();
    mock.next("serverError");
    const response = await mock(request);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe(
      "application/problem+json",
    );
    const problem = (await response.json()) as {
      status: number;
      detail: string;
    };
    expect(problem).toMatchObject({ type: "about:blank", status });
    expect(problem.detail).toContain(advice);
    // It changed nothing.
    expect(await statusesOf(mock)).toEqual([500, 200, 200]);
  },
);

test("a preflight is permitted nothing", async () => {
  const response = await createMockHandler()(
    control(
      "next",
      undefined,
      {
        Origin: "https://evil.example",
        "Access-Control-Request-Method": "POST",
      },
      "OPTIONS",
    ),
  );
  expect(response.ok).toBe(false);
  const names = [...response.headers.keys()];
  expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
});

const running: MockServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((mock) => mock.close())));

/** As a browser sends it whose page has that name, but leads here. */
async function healthUnder(host: string | undefined, listen = "127.0.0.1") {
  const mock = await startMockServer({ host: listen });
  running.push(mock);
  return new Promise<number | undefined>((resolve, reject) => {
    httpRequest(
      `http://127.0.0.1:${mock.port}/%5F_mock/health`,
      {
        setHost: false,
        headers: host ? { Host: host.replace("PORT", String(mock.port)) } : {},
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    )
      .on("error", reject)
      .end();
  });
}

test.for([
  ["127.0.0.1:PORT", 200],
  ["127.1.2.3:PORT", 200],
  ["localhost:PORT", 200],
  ["LOCALHOST:PORT", 200],
  ["[::1]:PORT", 200],
  ["evil.example:PORT", 403],
  ["127.0.0.1.evil.example:PORT", 403],
  ["localhost:1", 403],
  ["localhost", 403],
] as const)(
  "on loopback, under the Host %s: %i",
  async ([host, status], { expect }) => {
    expect(await healthUnder(host)).toBe(status);
  },
);

test("a mock that other machines may reach has any Host", async () => {
  expect(await healthUnder("mock.test:PORT", "0.0.0.0")).toBe(200);
});

test("over HTTP: the client's retries use up a failure, unless it comes often enough", async () => {
  const mock = await startMockServer();
  running.push(mock);
  const kwik = createKwikClient({
    apiKey: "k",
    apiSecret: "s",
    baseUrl: mock.url,
  });
  const fail = (times: number) =>
    fetch(`${mock.url}/__mock/next`, {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ name: "rateLimited", times }),
    });
  await fail(1);
  await expect(
    kwik.createPortalLink({ customer_id: "c" }),
  ).resolves.toHaveProperty("id");
  expect(mock.requests).toHaveLength(2);
  await fail(3);
  await expect(
    kwik.createPortalLink({ customer_id: "c" }),
  ).rejects.toMatchObject({ status: 429 });
});
