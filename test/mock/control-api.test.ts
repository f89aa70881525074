// The mock is controlled over HTTP as it is in process, by programs and by no web page.
import { expect, test } from "vitest";
import { createMockHandler, type MockHandler } from "../../src/mock.js";
import { linkRequest } from "../http.js";

const JSON_TYPE = { "Content-Type": "application/json" };
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

function control(
  path: string,
  value?: unknown,
  headers: Record<string, string> = JSON_TYPE,
  method = value === undefined ? "GET" : "POST",
) {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  const init = { method, headers, ...(value !== undefined && { body }) };
  return new Request(`http://127.0.0.1:4010/__mock${path}`, init);
}

async function statusesOf(mock: MockHandler) {
  const statuses = [];
  for (let count = 0; count < 3; count++)
    statuses.push((await mock(linkRequest())).status);
  return statuses;
}

test("health says that it is there", async () => {
  const response = await createMockHandler()(control("/health"));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test.for([
  [{ name: "recordNotFound" }, [404, 200, 200]],
  [{ name: "recordNotFound", times: 2 }, [404, 404, 200]],
  [{ name: "recordNotFound", status: 599, times: 1000 }, [599, 599, 599]],
  [{ body: { status: false }, status: 409 }, [409, 200, 200]],
] as const)("next %j: %j", async ([next, statuses], { expect }) => {
  const mock = createMockHandler();
  const response = await mock(control("/next", next));
  expect(response.status).toBe(204);
  expect(await response.text()).toBe("");
  expect(await statusesOf(mock)).toEqual(statuses);
});

test("next takes headers, and a body that is not JSON", async () => {
  const mock = createMockHandler();
  const headers = { "X-Trailer": " 1\t", "Retry-After": 30, "Trailer-X": "é" };
  await mock(control("/next", { body: "{", headers }));
  const response = await mock(linkRequest());
  const type = ["content-type", "text/plain; charset=utf-8"];
  const sent = [
    ["retry-after", "30"],
    ["trailer-x", "é"],
    ["x-trailer", "1"],
  ];
  expect([...response.headers]).toEqual([type, ...sent]);
  expect(await response.text()).toBe("{");
});

const BARE_RESET = ["/reset", undefined, {}, "POST"] as const;
test("requests lists what was asked, however deep, until reset", async () => {
  const mock = createMockHandler();
  for (const reset of [control(...BARE_RESET), control("/reset", "{}")]) {
    await mock(linkRequest());
    await mock(linkRequest("[".repeat(40_000) + "]".repeat(40_000)));
    await mock(control("/nope"));
    const text = await (await mock(control("/requests"))).text();
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(mock.requests)));
    expect(text).not.toContain(btoa("test_key:test_secret"));
    expect(mock.requests).toHaveLength(2);
    mock.next("recordNotFound");
    expect((await mock(reset)).status).toBe(204);
    expect(mock.requests).toEqual([]);
    expect(await statusesOf(mock)).toEqual([200, 200, 200]);
    mock.reset();
  }
});

async function expectRefusal(request: Request, status: number, advice: string) {
  const mock = createMockHandler();
  mock.next("serverError");
  const response = await mock(request);
  const { headers } = response;
  expect(response.status).toBe(status);
  const { detail, ...problem } = (await response.json()) as { detail: string };
  expect(problem).toMatchObject({ type: "about:blank", status });
  expect(detail).toContain(advice);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect([...headers.keys()].join()).not.toContain("access-control");
  // It changed nothing.
  expect(await statusesOf(mock)).toEqual([500, 200, 200]);
  return headers;
}

const FIELDS = "next takes name or body, and status, headers, times.";
const CARRIED = "headers must be names and values that HTTP can carry.";
const refused: [unknown, string][] = [
  [{ name: "nope" }, "recordNotFound"],
  [{ name: "constructor" }, "recordNotFound"],
  [{ name: null, body: 1 }, FIELDS],
  [{ name: "timeout", body: 1 }, FIELDS],
  [{ nmae: "timeout", body: 1 }, FIELDS],
];
for (const next of [{}, "[]", "{", '"timeout"']) refused.push([next, FIELDS]);
const add = (more: object, advice: string) =>
  refused.push([{ name: "timeout", ...more }, advice]);
for (const status of [199, 600, "404", 404.5, null])
  add({ status }, "status must be an HTTP status from 200 to 599.");
for (const times of [0, 1001, 1.5, "2", null])
  add({ times }, "times must be a whole number from 1 to 1000.");
const OWN = "trailer transfer-encoding content-length upgrade";
for (const name of OWN.split(" ")) {
  const headers = { [name]: "x" };
  add({ headers }, `headers must leave ${name} to the server.`);
}
for (const value of ["a\u0001b", "\u007f", "a\r\nb: c", "→", null, ["a", "b"]])
  add({ headers: { "X-Good": "1", "X-Bad": value } }, CARRIED);
for (const headers of [{ "X Y": "x" }, { "": "x" }, [["a", "1"]], null, "ab"])
  add({ headers }, CARRIED);
test.for(refused)("next %j is refused: %s", async ([next, advice]) => {
  await expectRefusal(control("/next", next), 422, advice);
});

const DEEP = "[".repeat(200_000) + "]".repeat(200_000);
const EVIL = { Origin: "https://evil.example" };
const PAGE = "A program may control the mock, a web page may not.";
const PATHS = "/__mock/health, /__mock/next, /__mock/requests, /__mock/reset.";
const TYPE = "The content type must be application/json.";
test.for([
  [["/next", "{}", { "Content-Type": "text/plain" }], 415, TYPE],
  [["/next", undefined, {}, "POST"], 415, TYPE],
  [["/reset", "", FORM], 415, TYPE],
  [["/reset", "x", FORM], 415, TYPE],
  [["/next", `{"body":"${"x".repeat(10 << 20)}"}`], 413, "10 MB"],
  [["/next", `{"body":${DEEP}}`], 422, "that JSON can hold"],
  [["/reset", undefined, EVIL, "POST"], 403, PAGE],
  [["/requests", undefined, { Origin: "" }], 403, PAGE],
  [["/next", undefined, EVIL, "OPTIONS"], 403, PAGE],
  [["/nope"], 404, PATHS],
  [["/constructor"], 404, PATHS],
  [["/customer-portal/link", {}], 404, PATHS],
  [[""], 404, PATHS],
  [["/next/", {}], 404, PATHS],
  [["/next"], 405, "This path takes POST."],
  [["/next", "{}", JSON_TYPE, "PUT"], 405, "takes POST."],
  [["/health", "{}"], 405, "takes GET, HEAD."],
  [["/requests", undefined, {}, "DELETE"], 405, "takes GET, HEAD."],
] as [Parameters<typeof control>, number, string][])(
  "what no control takes is refused, row %#",
  async ([request, status, advice]) => {
    const headers = await expectRefusal(control(...request), status, advice);
    const [, allow = null] = /takes (.*)\./.exec(advice) ?? [];
    expect(headers.get("allow")).toBe(allow);
  },
);
