// What the mock refuses, in the vendor's envelope or, where the API would not be asked, as a problem.
import { expect, test } from "vitest";
import {
  examples,
  validateErrorResponse,
} from "../../src/contract/generated.js";
import type { ErrorResponse } from "../../src/index.js";
import { createMockHandler, type MockOptions } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

const respond = async (
  request: Request,
  options?: MockOptions,
): Promise<{ status: number; body: unknown }> => {
  const response = await createMockHandler(options)(request);
  return { status: response.status, body: await response.json() };
};

const given = { apiKey: "key", apiSecret: "sécret:x" };
test.for([
  ["no credentials", "", {}, 401],
  ["another scheme", "Bearer x", {}, 401],
  ["a scheme alone", "Basic", {}, 401],
  ["not base64", "Basic !!!", {}, 401],
  ["no colon", basic("key"), {}, 401],
  ["no key", basic(":secret"), {}, 401],
  ["no secret", basic("key:"), {}, 401],
  ["the given ones", basic("key:sécret:x"), given, 200],
  ["another key", basic("yek:sécret:x"), given, 401],
  ["another secret", basic("key:secret:x"), given, 401],
  ["the given key, any secret", basic("key:any"), { apiKey: "key" }, 200],
  ["another key, any secret", basic("yek:any"), { apiKey: "key" }, 401],
] as const)(
  "%s: %s with %j is answered with %i",
  async ([, Authorization, options, status], { expect }) => {
    const request = linkRequest(undefined, { headers: { Authorization } });
    const response = await respond(request, options);
    expect(response.status).toBe(status);
    if (status === 401)
      expect(response.body).toEqual(
        examples.createPortalLink.failure.invalidApiKey,
      );
  },
);

const JSON_TYPE = "application/json";
const NOT_JSON = "The content type must be application/json.";
test.for([
  ["text/plain", "{}", 415, "content-type", NOT_JSON],
  [`${JSON_TYPE}; charset=utf-16`, "{}", 415, "content-type", NOT_JSON],
  ["application/jsonx", "{}", 415, "content-type", NOT_JSON],
  ["xapplication/json", "{}", 415, "content-type", NOT_JSON],
  ["", "{}", 422, "content-type", "The content type is missing."],
  [JSON_TYPE, "", 422, "body", "The body is missing."],
  ["", "", 422, "body", "The body is missing."],
  [JSON_TYPE, "{", 400, "body", "The body is not JSON."],
  [JSON_TYPE, "[]", 422, "body", "The body must be an object."],
  [JSON_TYPE, "null", 422, "body", "The body must be an object."],
] as const)(
  "%j %j: %i",
  async ([type, text, status, field, message], { expect }) => {
    const request = linkRequest(text, { headers: { "Content-Type": type } });
    if (!type) request.headers.delete("content-type");
    const response = await respond(request);
    expect(response).toEqual({
      status,
      body: {
        ...examples.createPortalLink.failure.invalidBodyLayout,
        error_details: [
          { record: {}, errors: { [field]: { message, rule: "layout" } } },
        ],
      },
    });
    expect(validateErrorResponse(response.body)).toBeUndefined();
  },
);

test.for([
  "application/json;charset=UTF-8",
  'APPLICATION/JSON ; charset="utf-8" ',
  "application/vnd.api+json",
])("%s is JSON", async (type, { expect }) => {
  const headers = { "Content-Type": type };
  const { status } = await respond(linkRequest(undefined, { headers }));
  expect(status).toBe(200);
});

test("an invalid request is told every field, in dot notation, with message and rule", async () => {
  const record = {
    subscription_id: 5,
    product_ids: [],
    "": 1,
    settings: { cancel_type: 1, products_ids: [..."0123456789", 1] },
  };
  const error = (message: string, rule: string) => ({ message, rule });
  const response = await respond(linkRequest(record));
  expect(response).toEqual({
    status: 422,
    body: {
      status: false,
      error_code: "005",
      error_message: "Validation failed",
      error_details: [
        {
          record,
          errors: {
            customer_id: error("The customer id is missing.", "required"),
            "": error("The  is not in the contract.", "additionalProperties"),
            product_ids: error(
              "The product ids is not in the contract.",
              "additionalProperties",
            ),
            subscription_id: error(
              "The subscription id must be a string.",
              "type",
            ),
            "settings.cancel_type": error(
              "The cancel type must be a string.",
              "type",
            ),
            "settings.products_ids.10": error(
              "The products ids must be a string.",
              "type",
            ),
          },
        },
      ],
    },
  });
  expect(validateErrorResponse(response.body)).toBeUndefined();
});

test("a refusal is worded as the contract's own example", async () => {
  const example = examples.createPortalLink.failure.validationFailed;
  const [detail] = example.error_details ?? [];
  const { body } = await respond(linkRequest(detail?.record));
  expect(body).toEqual(example);
});

test("JSON nested too deeply to be written again is refused", async () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const request = linkRequest(`{"customer_id":"c","x":${deep}}`);
  expect(await respond(request)).toMatchObject({
    status: 422,
    body: { error_details: [{ record: {}, errors: { x: {} } }] },
  });
});

test("a response reports at most a hundred violations", async () => {
  const names = Array.from({ length: 1000 }, (_, at) => [`x${at}`, 1]);
  const { status, body } = await respond(
    linkRequest(Object.fromEntries(names)),
  );
  expect(status).toBe(422);
  const { error_details } = body as ErrorResponse;
  expect(Object.keys(error_details?.[0]?.errors ?? {})).toHaveLength(100);
});

test.for([
  [10 * 1024 * 1024, 200],
  [10 * 1024 * 1024 + 1, 413],
] as const)("a body of %i bytes: %i", async ([bytes, status], { expect }) => {
  // é takes two bytes.
  const request = linkRequest(`{"customer_id":"é${"x".repeat(bytes - 20)}"}`);
  expect((await createMockHandler()(request)).status).toBe(status);
});

test.for([
  ["GET", "/customer-portal/link", 405, "POST"],
  ["GET", "/portal/abc/def", 404, null],
  ["GET", "/%", 404, null],
  ["PUT", "/2.0/customer-portal/link", 405, "POST"],
  ["OPTIONS", "/customer-portal/link", 405, "POST"],
  ["POST", "/customer-portal", 404, null],
  ["POST", "/customer-portal/link/", 404, null],
  ["DELETE", "/portal/abc", 404, null],
] as const)("%s %s: %i", async ([method, path, status, allow], { expect }) => {
  const response = await createMockHandler()(
    new Request(`https://host.example${path}`, { method }),
  );
  expect(response.status).toBe(status);
  expect(response.headers.get("allow")).toBe(allow);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject(
    allow
      ? { title: "Method not allowed", detail: "Only POST is answered." }
      : {
          title: "Not found",
          detail: "The mock answers POST …/customer-portal/link alone.",
        },
  );
});

test.for([
  [{ seed: 1.5 }, "seed must be an integer."],
  [{ seed: NaN }, "seed must be an integer."],
  [{ latencyMs: -1 }, "latencyMs must be 0 or more, and below 2 ** 31."],
  [{ latencyMs: 2 ** 31 }, "latencyMs must be 0 or more"],
  [{ linkLifetimeMs: 0 }, "linkLifetimeMs must be above 0"],
  [{ linkLifetimeMs: 1e300 }, "linkLifetimeMs must be above 0"],
  [{ linkLifetimeMs: "5000" as never }, "linkLifetimeMs must be above 0"],
  [{ apiKey: "" }, "apiKey must be a string without a colon, and not empty."],
  [{ apiKey: "a:b" }, "apiKey must be a string without a colon"],
  [{ apiKey: 5 as never }, "apiKey must be a string without a colon"],
  [{ apiSecret: "" }, "apiSecret must be a string, and not empty."],
  [{ apiSecret: 5 as never }, "apiSecret must be a string, and not empty."],
  [{ portalUrl: "https://[/" }, "portalUrl must be an http or https"],
  [{ portalUrl: "xhttps://x/" }, "portalUrl must be an http or https"],
  [{ portalUrl: "http://x/?a=/" }, "portalUrl must be an http or https"],
  [{ portalUrl: "https://host.example" }, "URL that ends in a slash."],
  [{ portalUrl: "javascript:alert(1)/" }, "portalUrl must be an http or https"],
  [{ clock: 5 as never }, "clock must be a function that returns the time."],
] as [MockOptions, string][])(
  "%j is refused: %s",
  ([options, message], { expect }) => {
    expect(() => createMockHandler(options)).toThrow(message);
  },
);

test("the largest options are taken", () => {
  const linkLifetimeMs = Date.UTC(2070, 0);
  createMockHandler({ latencyMs: 2 ** 31 - 1, linkLifetimeMs });
});
