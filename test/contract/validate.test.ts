import { describe, expect, expectTypeOf, test } from "vitest";
import * as contract from "../../src/contract/generated.js";
import { createKwikClient, KwikContractError } from "../../src/index.js";
import {
  ErrorResponse,
  PortalLinkRequest,
  PortalLinkResponse,
  type StandardSchemaV1,
} from "../../src/validate.js";
import { brokenRequests } from "./broken-requests.js";
import { examplesOf } from "./document.js";

const issuesOf = (schema: StandardSchemaV1<unknown>, value: unknown) =>
  schema["~standard"].validate(value).issues ?? [];

test("the validators are Standard Schema v1 objects", () => {
  for (const schema of [PortalLinkRequest, PortalLinkResponse, ErrorResponse]) {
    expect(schema["~standard"]).toMatchObject({
      version: 1,
      vendor: "kwik-portal-link",
    });
  }
  type Output<Schema extends StandardSchemaV1<unknown>> = NonNullable<
    Schema["~standard"]["types"]
  >["output"];
  expectTypeOf<
    Output<typeof PortalLinkRequest>
  >().toEqualTypeOf<contract.PortalLinkRequest>();
  expectTypeOf<
    Output<typeof PortalLinkResponse>
  >().toEqualTypeOf<contract.PortalLinkResponse>();
});

test.for([
  ["PortalLinkRequest", PortalLinkRequest],
  ["PortalLinkResponse", PortalLinkResponse],
  ["ErrorResponse", ErrorResponse],
] as const)(
  "every example of %s is valid, and comes back untouched",
  ([name, schema], { expect }) => {
    const examples = Object.values(examplesOf(name));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const result = schema["~standard"].validate(example);
      expect(result).toEqual({ value: example });
      expect((result as { value: unknown }).value).toBe(example);
    }
  },
);

describe("every broken request of the contract tests is an issue at its field", () => {
  test.for(brokenRequests())("$name", ({ body, field }, { expect }) => {
    const paths = issuesOf(PortalLinkRequest, body).map(({ path }) =>
      path.join("."),
    );
    expect(new Set(paths)).toEqual(new Set([field]));
  });
});

test.for([
  [{}, [{ path: ["customer_id"], message: "is missing" }]],
  [
    { customer_id: "c", product_ids: [] },
    [{ path: ["product_ids"], message: "is not in the contract" }],
  ],
  [
    { customer_id: "c", settings: { cancel_type: "LATER" } },
    [
      {
        path: ["settings", "cancel_type"],
        message: "must be NOW or AFTER_BILLING_PERIOD",
      },
    ],
  ],
  [
    { customer_id: "c", settings: { redirect_url: "/back" } },
    [
      {
        path: ["settings", "redirect_url"],
        message: "must be an absolute URI, as in https://example.com/path",
      },
    ],
  ],
  [
    { customer_id: "c", settings: { products_ids: ["p", 1] } },
    [
      {
        path: ["settings", "products_ids", 1],
        message: "must be a string",
      },
    ],
  ],
  [
    { customer_id: "c", "a.b/c~d": 1 },
    [{ path: ["a.b/c~d"], message: "is not in the contract" }],
  ],
  [
    JSON.parse('{"customer_id":"c","__proto__":1,"toString":1}'),
    [
      { path: ["__proto__"], message: "is not in the contract" },
      { path: ["toString"], message: "is not in the contract" },
    ],
  ],
  [undefined, [{ path: [], message: "must be an object" }]],
] as const)("%j: %j", ([value, issues], { expect }) => {
  expect(issuesOf(PortalLinkRequest, value)).toEqual(issues);
});

test("responses: what is too long is named with its limit, in code points", () => {
  const { subscription } = examplesOf<{ result: object }>("PortalLinkResponse");
  const withSession = (session_id: string) => ({
    status: true,
    result: { ...subscription?.result, session_id },
  });
  expect(issuesOf(PortalLinkResponse, withSession("🔑".repeat(32)))).toEqual(
    [],
  );
  expect(issuesOf(PortalLinkResponse, withSession("🔑".repeat(33)))).toEqual([
    {
      path: ["result", "session_id"],
      message: "must not be longer than 32 characters",
    },
  ]);
});

test("errors: a field in dot notation stays one key of the path", () => {
  const broken = {
    status: false,
    error_code: "005",
    error_message: "x",
    error_details: [
      { record: {}, errors: { "settings.cancel_type": { message: 1 } } },
    ],
  };
  expect(issuesOf(ErrorResponse, broken)).toEqual([
    {
      path: ["error_details", 0, "errors", "settings.cancel_type", "message"],
      message: "must be a string",
    },
    {
      path: ["error_details", 0, "errors", "settings.cancel_type", "rule"],
      message: "is missing",
    },
  ]);
});

test("validators keep nothing between two values", () => {
  expect(issuesOf(PortalLinkRequest, {})).toHaveLength(1);
  expect(issuesOf(PortalLinkRequest, { customer_id: "c" })).toEqual([]);
});

describe("createPortalLink checks the request before it is sent", () => {
  test.for([
    [{}, "The request was not sent: customer_id is missing."],
    [
      { customer_id: "c", product_ids: [] },
      "The request was not sent: product_ids is not in the contract.",
    ],
    [
      { customer_id: "c", settings: { cancel_type: "now" } },
      "The request was not sent: settings.cancel_type must be NOW or AFTER_BILLING_PERIOD.",
    ],
    [undefined, "The request was not sent: it must be an object."],
  ] as const)("%j", async ([request, message], { expect }) => {
    let sent = 0;
    const kwik = createKwikClient({
      apiKey: "key",
      apiSecret: "secret",
      fetch: () => Promise.reject(new Error(`${sent++}`)),
    });
    const error: unknown = await kwik
      .createPortalLink(request as never)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KwikContractError);
    expect(error).toMatchObject({ message });
    expect((error as KwikContractError).status).toBeUndefined();
    expect(
      (error as KwikContractError).violations.map(({ message }) => message),
    ).toEqual(
      issuesOf(PortalLinkRequest, request).map(({ message }) => message),
    );
    expect(sent).toBe(0);
  });
});
