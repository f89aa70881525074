import { expect, test } from "vitest";
import { KwikApiError, KwikError } from "../../src/index.js";
import { examplesOf } from "../contract/document.js";
import { clientWith, request } from "./answer.js";

const { validationFailed } = examplesOf<object>("ErrorResponse");

const failureOf = (body: unknown, status = 200) =>
  clientWith(() => Response.json(body, { status }))
    .createPortalLink(request)
    .then(
      () => expect.unreachable("it should have thrown"),
      (error: unknown) => error as KwikApiError,
    );

test.for([200, 201, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503])(
  "`status: false` is a KwikApiError under HTTP %s",
  async (status, { expect }) => {
    const error = await failureOf(validationFailed, status);
    expect(error).toBeInstanceOf(KwikApiError);
    expect(error).toBeInstanceOf(KwikError);
    expect(error.name).toBe("KwikApiError");
    expect(error.status).toBe(status);
    expect(error.code).toBe("005");
    expect(error.fieldErrors["settings.cancel_type"]).toEqual({
      message: "The cancel type must be NOW or AFTER_BILLING_PERIOD.",
      rule: "enum",
    });
    expect(error.message).toBe(
      "Validation failed (005): settings.cancel_type: The cancel type must be NOW or AFTER_BILLING_PERIOD.",
    );
  },
);

test("the errors of several records and fields are joined", async () => {
  const field = (message: string) => ({ message, rule: "required" });
  const error = await failureOf({
    status: false,
    error_code: "003",
    error_message: "Invalid body parameters",
    error_details: [
      {
        record: {},
        errors: {
          customer_id: field("Required."),
          "settings.page_title": field("Too long."),
        },
      },
      { record: {}, errors: { subscription_id: field("Unknown.") } },
    ],
  });
  expect(Object.keys(error.fieldErrors)).toEqual([
    "customer_id",
    "settings.page_title",
    "subscription_id",
  ]);
  expect(error.message).toBe(
    "Invalid body parameters (003): customer_id: Required.; settings.page_title: Too long.; subscription_id: Unknown.",
  );
});

test("a code that the contract does not know is kept", async () => {
  const error = await failureOf({
    status: false,
    error_code: "042",
    error_message: "New",
  });
  expect(error).toMatchObject({
    code: "042",
    message: "New (042)",
    fieldErrors: {},
  });
});

test.for([
  [
    "nothing but status",
    { status: false },
    { message: "Refused (HTTP 200)", code: undefined },
  ],
  [
    "a numeric code",
    { status: false, error_code: 5, error_message: "Validation failed" },
    { message: "Validation failed (5)", code: "5" },
  ],
  [
    "null everywhere",
    {
      status: false,
      error_code: null,
      error_message: null,
      error_details: null,
    },
    { message: "Refused (HTTP 200)", code: undefined },
  ],
  [
    "details that are no array",
    { status: false, error_code: "005", error_message: "x", error_details: {} },
    { message: "x (005)" },
  ],
  [
    "details of null",
    {
      status: false,
      error_code: "005",
      error_message: "x",
      error_details: [null, { errors: null }, 1],
    },
    { message: "x (005)" },
  ],
  [
    "field errors of another shape",
    {
      status: false,
      error_code: "005",
      error_message: "x",
      error_details: [
        { errors: { a: null, b: "text", c: { message: ["m"] } } },
      ],
    },
    {
      message: 'x (005): a: null; b: text; c: ["m"]',
      fieldErrors: {
        a: { message: "null", rule: "unknown" },
        b: { message: "text", rule: "unknown" },
        c: { message: '["m"]', rule: "unknown" },
      },
    },
  ],
] as const)(
  "a malformed failure is still a KwikApiError: %s",
  async ([, body, expected], { expect }) => {
    const error = await failureOf(body);
    expect(error).toBeInstanceOf(KwikApiError);
    expect(error).toMatchObject(expected);
    if (!("fieldErrors" in expected)) expect(error.fieldErrors).toEqual({});
  },
);
