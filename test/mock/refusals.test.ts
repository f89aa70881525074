// What the mock refuses, in the vendor's envelope or, where the API would not be asked, as a problem.
import { expect, test } from "vitest";
import {
  examples,
  validateErrorResponse,
} from "../../src/contract/generated.js";
import type { ErrorResponse } from "../../src/contract/generated.js";
import { createMockHandler, type MockOptions } from "../../src/mock.js";
import { linkRequest } from "../http.js";
import { tablesFor } from "../tables.js";

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

async function respond(request: Request, options?: MockOptions) {
  const response = await createMockHandler(options)(request);
  const body = (await response.json()) as ErrorResponse;
  return { status: response.status, body };
}

const given = { apiKey: "key", apiSecret: "sécret:x" };
test.for([
  ["", {}, 401],
  ["Bearer x", {}, 401],
  ["Basic !!!", {}, 401],
  [basic("key"), {}, 401],
  [basic("key:"), {}, 401],
  [basic("key:sécret:x"), given, 200],
  [basic("yek:sécret:x"), given, 401],
  [basic("key:secret:x"), given, 401],
  [basic("key:any"), { apiKey: "key" }, 200],
  [basic("yek:any"), { apiKey: "key" }, 401],
] as const)("%j with %j: %i", async ([Authorization, options, status]) => {
  const request = linkRequest(undefined, { headers: { Authorization } });
  const response = await respond(request, options);
  const { invalidApiKey } = examples.failure;
  if (status === 200) expect(response.status).toBe(200);
  else expect(response).toEqual({ status, body: invalidApiKey });
});

const JSON_TYPE = "application/json";
const NOT_JSON = "The content type must be application/json.";
test.for([
  ["text/plain", "{}", 415, NOT_JSON],
  [`${JSON_TYPE}; charset=utf-16`, "{}", 415, NOT_JSON],
  ["xapplication/json", "{}", 415, NOT_JSON],
  ['APPLICATION/JSON ; charset="utf-8"', "", 422, "The body is missing."],
  ["application/vnd.api+json", "{", 400, "The body is not JSON."],
  ["", "{}", 422, "The content type is missing."],
  ["", "", 422, "The body is missing."],
  [JSON_TYPE, "[]", 422, "The body must be an object."],
  [JSON_TYPE, "null", 422, "The body must be an object."],
] as const)("%j %j: %i %s", async ([type, text, status, message]) => {
  const request = linkRequest(text, { headers: { "Content-Type": type } });
  if (!type) request.headers.delete("content-type");
  const field = message.startsWith("The body") ? "body" : "content-type";
  const errors = { [field]: { message, rule: "layout" } };
  const { invalidBodyLayout } = examples.failure;
  const body = {
    ...invalidBodyLayout,
    error_details: [{ record: {}, errors }],
  };
  expect(await respond(request)).toEqual({ status, body });
  expect(validateErrorResponse(body)).toBe(true);
});

test("an invalid request is told every field by its name, with message and rule", async () => {
  const record = {
    subscription_id: 5,
    constructor: 1,
    "": 1,
    settings: { cancel_type: 1, products_ids: [..."0123456789", 1] },
  };
  const { status, body } = await respond(linkRequest(record));
  expect(status).toBe(422);
  expect(validateErrorResponse(body)).toBe(true);
  expect(body.error_code).toBe("005");
  expect(body.error_message.length).toBeLessThanOrEqual(32);
  const [detail] = body.error_details ?? [];
  expect(detail?.record).toEqual(record);
  const told = Object.entries(detail?.errors ?? {});
  const fields = told.map(([field, { rule }]) => `${field}: ${rule}`);
  expect(fields.sort()).toEqual([
    ": additionalProperties",
    "constructor: additionalProperties",
    "customer_id: required",
    "settings.cancel_type: type",
    "settings.products_ids.10: type",
    "subscription_id: type",
  ]);
  for (const [field, { message }] of told)
    expect(message.startsWith(`${field || '""'} `)).toBe(true);
  const { message } = detail?.errors["settings.products_ids.10"] ?? {};
  expect(message).toBe("settings.products_ids.10 must be a string.");
});

test("of JSON nested too deeply to be written again, the record is left out", async () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const request = linkRequest(`{"customer_id":"c","__proto__":${deep}}`);
  const { status, body } = await respond(request);
  expect(status).toBe(422);
  expect(JSON.stringify(body.error_details)).toContain(
    '"record":{},"errors":{"__proto__":{',
  );
});

test("a response reports at most a hundred violations", async () => {
  const fields = Array.from({ length: 1000 }, (_, at) => [`x${at}`, 1]);
  const { body } = await respond(linkRequest(Object.fromEntries(fields)));
  expect(Object.keys(body.error_details?.[0]?.errors ?? {})).toHaveLength(100);
});

test.for([
  ["GET", "/customer-portal/link", 405],
  ["GET", "/portal/abc/def", 404],
  ["GET", "/%", 404],
  ["POST", "/customer-portal/link/", 404],
  ["DELETE", "/portal/abc", 404],
  ["POST", "/", 404],
] as const)("%s %s: %i", async ([method, path, status], { expect }) => {
  const request = new Request(`https://host.example${path}`, { method });
  const response = await createMockHandler()(request);
  expect(response.status).toBe(status);
  expect(response.headers.get("allow")).toBe(status === 405 ? "POST" : null);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const { detail } = (await response.json()) as { detail: string };
  expect(detail).toBe(status === 405 ? "Only POST is answered." : NOT_FOUND);
});
const NOT_FOUND = "The mock answers POST …/customer-portal/link alone.";

test.for(tablesFor<[options: object, message: string][]>(import.meta))(
  "%j is refused: %s",
  ([options, message]) => {
    expect(() => createMockHandler(options)).toThrow(message);
  },
);
