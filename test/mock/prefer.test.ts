// What `Prefer` asks for. test/mock/prism holds the mock to Prism as well; here each rule is held by itself.
import { expect, test } from "vitest";
import { createMockHandler } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const ask = (prefer: string, body?: unknown) =>
  createMockHandler()(linkRequest(body, { headers: { Prefer: prefer } }));

test.for([
  ["code=503", 503, { error_code: "001" }],
  ["code=300", 300, { error_code: "001" }],
  ["code=299", 299, { result: { customer_id: "c" } }],
  ["code=201", 201, { result: { customer_id: "c" } }],
  ['code="201"', 201, { result: { customer_id: "c" } }],
  ["code=200;example=nope", 200, { result: { customer_id: "c" } }],
  ["example=recordNotFound", 404, { error_code: "007" }],
  [" Example = RECORDNOTFOUND ", 404, { error_code: "007" }],
  ["code=503, example=recordNotFound", 503, { error_code: "007" }],
  ["example=subscription", 200, { result: { subscription_id: "sub_abc123" } }],
  [
    "code=404, example=subscription",
    200,
    { result: { subscription_id: "sub_abc123" } },
  ],
  ["x-example=nope", 200, { result: { customer_id: "c" } }],
  ["", 200, { result: { customer_id: "c" } }],
] as [string, number, object][])(
  "%j: %i %j",
  async ([prefer, status, body], { expect }) => {
    const response = await ask(prefer);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(body);
  },
);

test.for([
  ["example=nope", 404, "validationFailed, recordNotFound"],
  ['example=rate"Limited"', 404, "recordNotFound"],
  ['example="rate"Limited', 404, "recordNotFound"],
  ["example='subscription'", 404, "recordNotFound"],
  ["example=constructor", 404, "recordNotFound"],
  ["example=", 422, "from 200 to 599"],
  ["code=junk", 422, "from 200 to 599"],
  ["code=199", 422, "from 200 to 599"],
  ["code=600", 422, "from 200 to 599"],
  ["code=404.5", 422, "from 200 to 599"],
] as [string, number, string][])(
  "%j is a problem that says what is allowed",
  async ([prefer, status, advice], { expect }) => {
    const response = await ask(prefer);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe(
      "application/problem+json",
    );
    expect(await response.json()).toMatchObject({
      title: "Unknown preference",
      detail: expect.stringContaining(advice) as string,
    });
  },
);

test("an invalid request is refused, whatever is preferred", async () => {
  const response = await ask("example=recordNotFound", {});
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ error_code: "005" });
});

test.for([
  ["application/json", 200],
  ["APPLICATION/JSON", 200],
  ["application/*", 200],
  ["*/*", 200],
  ["text/html, */*;q=0.1", 200],
  ["application/json;q=0.0, */*", 406],
  ["application/json; charset=utf-8; q=0", 406],
  ["application/*;q=0, */*", 406],
  ["*/*;q=0", 406],
  ["*/*; q = 0.00", 406],
  ["*/*;xq=0", 200],
  ["application/json, application/*;q=0", 200],
  ["application/json;q=0.01", 200],
  ["text/html", 406],
] as const)("Accept: %s is answered with %i", async ([accept, status]) => {
  const request = linkRequest(undefined, {
    headers: { Accept: accept, Prefer: "respond-async" },
  });
  const response = await createMockHandler()(request);
  expect(response.status).toBe(status);
  if (status === 406)
    expect(await response.json()).toMatchObject({
      title: "Not acceptable",
      detail: "The mock answers application/json.",
    });
});
