import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { formats } from "../../scripts/generate/formats.js";
import * as contract from "../../src/contract/generated.js";
import { createKwikClient, KwikContractError } from "../../src/index.js";
import {
  ErrorResponse,
  PortalLinkRequest,
  PortalLinkResponse,
  type StandardSchema,
} from "../../src/validate.js";
import { brokenRequests } from "./broken-requests.js";
import { examplesOf } from "./document.js";

const issuesOf = (schema: StandardSchema<unknown>, value: unknown) =>
  schema["~standard"].validate(value).issues ?? [];

test("the validators are Standard Schema v1 objects", () => {
  for (const schema of [PortalLinkRequest, PortalLinkResponse, ErrorResponse]) {
    expect(schema["~standard"]).toMatchObject({
      version: 1,
      vendor: "kwik-portal-link",
    });
  }
  type Output<Schema extends StandardSchema<unknown>> = NonNullable<
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
    [{ path: ["settings", "redirect_url"], message: "must be a valid uri" }],
  ],
  [
    { customer_id: "c", settings: { products_ids: ["p", 1] } },
    [
      {
        path: ["settings", "products_ids", 1],
        message: "must be of type string",
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
  [undefined, [{ path: [], message: "must be of type object" }]],
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
    { path: ["result", "session_id"], message: "must not be longer than 32" },
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
      path: ["error_details", 0, "errors", "settings.cancel_type", "rule"],
      message: "is missing",
    },
    {
      path: ["error_details", 0, "errors", "settings.cancel_type", "message"],
      message: "must be of type string",
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
    [undefined, "The request was not sent: it must be of type object."],
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

describe("formats, beside those of ajv-formats", () => {
  const { uri } = fullFormats as unknown as { uri: (text: string) => boolean };
  const dateTime = (
    fullFormats["date-time"] as { validate: (text: string) => boolean }
  ).validate;
  const seed = 20_261_122;

  test("uri agrees on anything without an IP literal", () => {
    const pieces = fc.constantFrom(
      ..."ab1:/?#@%.-_~!$&'()*+,;= \n\\^`{|}<>\"é".split(""),
      "http:",
      "//",
      "%2f",
      "%G0",
      "127.0.0.1",
      ":80",
    );
    const text = fc.oneof(
      fc.webUrl(),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(
        text.filter((value) => !/[[\]]/.test(value)),
        (value) => formats.uri.test(value) === uri(value),
      ),
      { seed, numRuns: 20_000 },
    );
  });

  test("date-time accepts all that is valid", () => {
    const moment = fc.date({
      noInvalidDate: true,
      min: new Date("0001-01-01"),
      max: new Date("9999-12-31"),
    });
    const zone = fc.constantFrom("Z", "z", "+02:00", "-11:30", "+0200", "+02");
    fc.assert(
      fc.property(
        moment,
        zone,
        fc.constantFrom("T", "t", " "),
        (date, offset, separator) => {
          const text = date
            .toISOString()
            .replace("Z", offset)
            .replace("T", separator);
          expect(dateTime(text)).toBe(true);
          expect(formats["date-time"].test(text)).toBe(true);
        },
      ),
      { seed, numRuns: 5_000 },
    );
  });

  test.for([
    "2026-03-13",
    "2026-03-13T12:30:00",
    "2026-03-13 12:30:00",
    "1773405000",
    "13/03/2026",
    "2026-13-01T00:00:00Z ",
    "2026-3-13T12:30:00Z",
    "",
    "2026-23-01T00:00:00Z",
    "2026-03-41T00:00:00Z",
    "2026-03-13T32:30:00Z",
    "2026-03-13T12:60:00Z",
  ])("date-time refuses %j, as ajv-formats does", (text, { expect }) => {
    expect(dateTime(text)).toBe(false);
    expect(formats["date-time"].test(text)).toBe(false);
  });

  test("date-time leaves the lengths of the months out, on purpose", () => {
    expect(dateTime("2026-02-31T00:00:00Z")).toBe(false);
    expect(formats["date-time"].test("2026-02-31T00:00:00Z")).toBe(true);
  });
});
