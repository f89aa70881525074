// @ts-nocheck
// What the mock refuses, in the vendor's envelope or, where the API would not be asked, as a problem.
import { expect, test } from "vitest";
import { validateErrorResponse } from "../../src/contract/generated.js";
import { violationsOf } from "../../src/contract/violations.js";
import { createMockHandler } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const basic = (pair: string) => `Basic ${btoa(pair)}`;

test.for([
  ["", "no credentials"],
  ["Bearer x", "another scheme"],
  ["Basic", "a scheme alone"],
  ["Basic !!!", "not base64"],
  [basic("key"), "no colon"],
  [basic(":secret"), "no key"],
  [basic("key:"), "no secret"],
])("%j is refused: %s", async ([authorization]) => {
  const headers = { Authorization: authorization ?? "" };
  const response = await createMockHandler()(linkRequest({}, { headers }));
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error_code: "001" });
});

test.for([
  [
    "text/plain",
    "{}",
    415,
    "content-type",
    "The content type must be application/json.",
  ],
  [
    "application/json; charset=utf-16",
    "{}",
    415,
    "content-type",
    "The content type must be application/json.",
  ],
  [
    "application/jsonx",
    "{}",
    415,
    "content-type",
    "The content type must be application/json.",
  ],
  ["application/json", "", 422, "body", "The body is missing."],
  ["application/json", "{", 400, "body", "The body is not JSON."],
  ["application/json", "[]", 422, "body", "The body must be an object."],
  ["application/json", "null", 422, "body", "The body must be an object."],
] as [string, string, number, string, string][])(
  "%s %j: %i",
  async ([type, text, status, field, message], { expect }) => {
    const response = await createMockHandler()(
      linkRequest(text, { headers: { "Content-Type": type } }),
    );
    expect(response.status).toBe(status);
    const body: unknown = await response.json();
    expect(body).toMatchObject({
      error_code: "002",
      error_details: [
        { record: {}, errors: { [field]: { message, rule: "layout" } } },
      ],
    });
    expect(violationsOf(validateErrorResponse, body)).toEqual([]);
  },
);

test("a body without a content type is refused", async () => {
  const request = linkRequest({ customer_id: "c" });
  request.headers.delete("content-type");
  const response = await createMockHandler()(request);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    error_details: [
      {
        errors: { "content-type": { message: "The content type is missing." } },
      },
    ],
  });
});

test.for([
  "application/json;charset=UTF-8",
  'application/json; charset="utf-8"',
  "application/vnd.api+json",
])("%s is JSON", async (type, { expect }) => {
  const headers = { "Content-Type": type };
  const response = await createMockHandler()(
    linkRequest({ customer_id: "c" }, { headers }),
  );
  expect(response.status).toBe(200);
});

test.for([
  [10 * 1024 * 1024, 200],
  [10 * 1024 * 1024 + 1, 413],
])("a body of %i bytes: %i", async ([bytes = 0, status]) => {
  // é takes two bytes.
  const text = `{"customer_id":"é${"x".repeat(bytes - 20)}"}`;
  const response = await createMockHandler()(linkRequest(text));
  expect(response.status).toBe(status);
  await response.text();
});

test.for([
  ["GET", "/customer-portal/link", 405, "POST"],
  ["PUT", "/2.0/customer-portal/link", 405, "POST"],
  ["OPTIONS", "/customer-portal/link", 405, "POST"],
  ["POST", "/customer-portal", 404, null],
  ["POST", "/customer-portal/link/", 404, null],
  ["DELETE", "/portal/abc", 404, null],
] as const)("%s %s: %i", async ([method, path, status, allow]) => {
  const response = await createMockHandler()(
    new Request(`https://host.example${path}`, { method }),
  );
  expect(response.status).toBe(status);
  expect(response.headers.get("allow")).toBe(allow);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});
