// The mock is controlled over HTTP as it is in process, by programs and by no web page.
import { request as httpRequest } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import {
  createMockHandler,
  startMockServer,
  type MockHandler,
  type MockServer,
} from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const JSON_TYPE = { "Content-Type": "application/json" };
const EVIL = { Origin: "https://evil.example" };

const control = (
  path: string,
  body?: unknown,
  headers: Record<string, string> = JSON_TYPE,
  method = body === undefined ? "GET" : "POST",
) =>
  new Request(`http://127.0.0.1:4010/__mock${path}`, {
    method,
    headers,
    ...(body !== undefined && {
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  });

const statusesOf = async (mock: MockHandler) => {
  const statuses = [];
  for (let count = 0; count < 3; count++)
    statuses.push((await mock(linkRequest())).status);
  return statuses;
};

test("health says that it is there", async () => {
  const response = await createMockHandler()(control("/health"));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

const custom = { body: { status: false, error_code: "099" }, status: 409 };
test.for([
  [{ name: "recordNotFound" }, [404, 200, 200]],
  [{ name: "recordNotFound", times: 2 }, [404, 404, 200]],
  [{ name: "recordNotFound", status: 599, times: 1000 }, [599, 599, 599]],
  [custom, [409, 200, 200]],
] as const)("next %j: %j", async ([next, statuses], { expect }) => {
  const mock = createMockHandler();
  const response = await mock(control("/next", next));
  expect(response.status).toBe(204);
  expect(await response.text()).toBe("");
  expect(await statusesOf(mock)).toEqual(statuses);
});

test("next takes headers, and a body that is no JSON", async () => {
  const mock = createMockHandler();
  const headers = { "X-Trailer": "1", "Retry-After": 30, "Trailer-X": "é" };
  await mock(control("/next", { body: "{", headers }));
  const response = await mock(linkRequest());
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/plain; charset=utf-8",
    "retry-after": "30",
    "trailer-x": "é",
    "x-trailer": "1",
  });
  expect(await response.text()).toBe("{");
});

test("requests lists what was asked, without credentials and without its own control", async () => {
  const mock = createMockHandler();
  await mock(linkRequest());
  await mock(control("/nope"));
  const text = await (await mock(control("/requests"))).text();
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(mock.requests)));
  expect(JSON.parse(text)).toMatchObject([{ body: { customer_id: "c" } }]);
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
    await mock(linkRequest());
    mock.next("recordNotFound");
    const response = await mock(control("/reset", body, headers, "POST"));
    expect(response.status).toBe(204);
    expect(mock.requests).toEqual([]);
    expect(await statusesOf(mock)).toEqual([200, 200, 200]);
  },
);

async function expectRefusal(request: Request, status: number, advice: string) {
  const mock = createMockHandler();
  mock.next("serverError");
  const response = await mock(request);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const names = [...response.headers.keys()].join();
  expect(names).not.toContain("access-control");
  const problem: unknown = await response.json();
  expect(problem).toMatchObject({
    type: "about:blank",
    title: expect.stringMatching(/\w/) as string,
    status,
    detail: expect.stringContaining(advice) as string,
  });
  // It changed nothing.
  expect(await statusesOf(mock)).toEqual([500, 200, 200]);
  return response;
}

const named = (more: object) => ({ name: "timeout", ...more });
test.for([
  [{ name: "nope" }, "recordNotFound"],
  [{ name: "constructor" }, "recordNotFound"],
  [{}, "next takes name or body, and status, headers, times."],
  ["[]", "name or body"],
  ["{", "name or body"],
  [named({ body: 1 }), "name or body"],
  [{ name: null, body: 1 }, "name or body"],
  [{ body: 1, nmae: "timeout" }, "name or body"],
  [named({ status: 199 }), "status must be an HTTP status from 200 to 599"],
  [named({ status: 600 }), "from 200 to 599"],
  [named({ status: "404" }), "from 200 to 599"],
  [named({ status: 404.5 }), "from 200 to 599"],
  [named({ times: 0 }), "times must be a whole number from 1 to 1000"],
  [named({ times: 1001 }), "from 1 to 1000"],
  [named({ times: 1.5 }), "from 1 to 1000"],
  [named({ times: "2" }), "from 1 to 1000"],
  [named({ headers: { Trailer: "x" } }), "must leave trailer to the server"],
  [named({ headers: { "X Y": "x" } }), "names and values that HTTP can carry"],
  [named({ headers: { "Set-Cookie": ["a", "b"] } }), "that HTTP can carry"],
  [
    named({ headers: { "X-Good": "1", "X-Trace": null } }),
    "that HTTP can carry",
  ],
  [named({ headers: [["X-Trace", "1"]] }), "that HTTP can carry"],
  [named({ headers: null }), "that HTTP can carry"],
] as [string | object, string][])(
  "next %j is refused: %s",
  async ([next, advice]) => {
    await expectRefusal(control("/next", next), 422, advice);
  },
);

const DEEP = "[".repeat(200_000) + "]".repeat(200_000);
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
test.for([
  ["a text", ["/next", "{}", { "Content-Type": "text/plain" }], 415],
  ["no content type", ["/next", undefined, {}, "POST"], 415],
  ["a form", ["/reset", "", FORM], 415],
  ["a reset that is no JSON", ["/reset", "x", FORM], 415],
  ["too large", ["/next", `{"body":"${"x".repeat(10 << 20)}"}`], 413],
  ["nested too deeply", ["/next", `{"body":${DEEP}}`], 422],
  ["a web page", ["/reset", undefined, EVIL, "POST"], 403],
  ["a web page without a name", ["/requests", undefined, { Origin: "" }], 403],
  ["a preflight", ["/next", undefined, EVIL, "OPTIONS"], 403],
  ["another path", ["/nope"], 404],
  ["a path of Object's", ["/constructor"], 404],
  ["no path", [""], 404],
  ["a path with a slash", ["/next/", {}], 404],
] as [string, Parameters<typeof control>, number][])(
  "%s is refused",
  async ([, request, status]) => {
    const advice = {
      403: "A program may control the mock, a web page may not.",
      404: "/__mock/health, /__mock/next, /__mock/requests, /__mock/reset.",
      413: "10 MB",
      415: "application/json",
      422: "that JSON can hold",
    }[status];
    await expectRefusal(control(...request), status, advice ?? "");
  },
);

test.for([
  ["GET", "/next", "POST"],
  ["PUT", "/next", "POST"],
  ["GET", "/reset", "POST"],
  ["POST", "/health", "GET, HEAD"],
  ["DELETE", "/requests", "GET, HEAD"],
] as const)("%s %s is refused", async ([method, path, allow]) => {
  const request = control(path, undefined, {}, method);
  const { headers } = await expectRefusal(request, 405, `takes ${allow}.`);
  expect(headers.get("allow")).toBe(allow);
});

const running: MockServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((mock) => mock.close())));

async function start(host?: string) {
  const mock = await startMockServer({ host });
  running.push(mock);
  return mock;
}

/** As a browser sends it whose page has that name, but leads here. */
async function healthUnder(host: string, listen?: string) {
  const { port } = await start(listen);
  return new Promise<number | undefined>((resolve, reject) => {
    const headers = { Host: host.replace("PORT", String(port)) };
    const url = `http://127.0.0.1:${port}/%5F_mock/health`;
    httpRequest(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.for([
  ["127.0.0.1:PORT", 200],
  ["127.1.2.3:PORT", 200],
  ["LOCALHOST:PORT", 200],
  ["[::1]:PORT", 200],
  ["evil.example:PORT", 403],
  ["127.0.0.1.evil.example:PORT", 403],
  ["127.0.0.1@evil.example:PORT", 403],
  ["localhost.evil.example:PORT", 403],
  ["localhost:1", 403],
  ["localhost", 403],
  [":PORT", 403],
] as const)("on loopback, under the Host %j: %i", async ([host, status]) => {
  expect(await healthUnder(host)).toBe(status);
});

test("however loopback is written, it takes a loopback Host", async () => {
  expect(await healthUnder("evil.example:PORT", "127.1")).toBe(403);
});

test("a mock that other machines may reach has any Host", async () => {
  expect(await healthUnder("mock.test:PORT", "0.0.0.0")).toBe(200);
});

test("over HTTP: the client's retries use up a failure, unless it comes often enough", async () => {
  const mock = await start();
  const { url: baseUrl } = mock;
  const kwik = createKwikClient({ apiKey: "k", apiSecret: "s", baseUrl });
  const createAfter = async (times: number) => {
    const body = JSON.stringify({ name: "rateLimited", times });
    const init = { method: "POST", headers: JSON_TYPE, body };
    await fetch(`${baseUrl}/__mock/next`, init);
    return kwik.createPortalLink({ customer_id: "c" });
  };
  await expect(createAfter(1)).resolves.toHaveProperty("id");
  expect(mock.requests).toHaveLength(2);
  await expect(createAfter(3)).rejects.toMatchObject({ status: 429 });
});
