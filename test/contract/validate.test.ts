import { describe, expect, expectTypeOf, test } from "vitest";
import type * as contract from "../../src/contract/generated.js";
import {
  ErrorResponse,
  PortalLinkRequest,
  PortalLinkResponse,
  type StandardSchemaV1,
} from "../../src/validate.js";
import { tablesFor } from "../tables.js";
import { cases, examplesOf, type Json } from "./contract.js";

const tables = tablesFor<{
  issues: [value: unknown, issue: string, schema?: keyof typeof schemas][];
  uris: Record<string, boolean>;
  times: Record<string, boolean>;
}>(import.meta);
const schemas = { PortalLinkRequest, PortalLinkResponse, ErrorResponse };

const issuesOf = (schema: StandardSchemaV1<unknown>, value: unknown) =>
  schema["~standard"].validate(value).issues ?? [];

test("the validators are Standard Schema v1 objects", () => {
  for (const schema of Object.values(schemas))
    expect(schema["~standard"]).toMatchObject({
      version: 1,
      vendor: "kwik-portal-link",
    });
  type Output<Schema extends StandardSchemaV1<unknown>> = NonNullable<
    Schema["~standard"]["types"]
  >["output"];
  type Request = Output<typeof PortalLinkRequest>;
  type Response = Output<typeof PortalLinkResponse>;
  expectTypeOf<Request>().toEqualTypeOf<contract.PortalLinkRequest>();
  expectTypeOf<Response>().toEqualTypeOf<contract.PortalLinkResponse>();
});

test.for(Object.entries(schemas))(
  "every example of %s is valid, and comes back untouched",
  ([name, schema], { expect }) => {
    const examples = examplesOf(name);
    expect(examples.length).toBeGreaterThan(0);
    for (const [, example] of examples) {
      const result = schema["~standard"].validate(example);
      expect(result).toEqual({ value: example });
      expect((result as { value: unknown }).value).toBe(example);
    }
  },
);

test.for(cases.refused.filter(({ credentials }) => !credentials))(
  "$title is an issue at one field",
  ({ body }, { expect }) => {
    const paths = issuesOf(PortalLinkRequest, body).map(({ path }) =>
      path.join("."),
    );
    expect(new Set(paths).size).toBe(1);
  },
);

const result = (values: Json) => {
  const [[, example] = []] = examplesOf("PortalLinkResponse");
  const { status, result } = example as { status: true; result: Json };
  return { status, result: { ...result, ...values } };
};

test.for<(typeof tables.issues)[number]>([
  ...tables.issues,
  [undefined, " must be an object"],
])("%j: %s", ([value, issue, schema = "PortalLinkRequest"], { expect }) => {
  const issues = issuesOf(schemas[schema], value).map(({ path, message }) =>
    [path.join(" "), message].join(" "),
  );
  expect(issues).toContain(issue);
});

test("the path of an issue has names as they are, and numbers for items", () => {
  const errors = { "settings.cancel_type": { message: 1, rule: "" } };
  const error_details = [{ record: {}, errors }];
  expect(issuesOf(ErrorResponse, { error_details })).toContainEqual({
    path: ["error_details", 0, "errors", "settings.cancel_type", "message"],
    message: "must be a string",
  });
});

test("a length is counted in code points", () => {
  const session_id = "🔑".repeat(32);
  expect(issuesOf(PortalLinkResponse, result({ session_id }))).toEqual([]);
});

test("validators keep nothing between two values", () => {
  expect(issuesOf(PortalLinkRequest, {})).toHaveLength(1);
  expect(issuesOf(PortalLinkRequest, { customer_id: "c" })).toEqual([]);
});

describe("hostile values are issues, and nothing throws", () => {
  const cyclic: Json = { customer_id: "c" };
  cyclic.settings = cyclic;
  let deep: unknown = "c";
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const refuse = () => {
    throw new Error("no");
  };
  const thrower = new Proxy({}, { get: refuse, ownKeys: refuse, has: refuse });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const getter = Object.defineProperty({}, "customer_id", {
    enumerable: true,
    get: refuse,
  });

  test.for<[string, unknown]>([
    ["a cyclic request", cyclic],
    ["100,000 levels", { customer_id: deep }],
    ["a proxy that throws", thrower],
    ["a proxy that throws inside", { customer_id: "c", settings: thrower }],
    ["a getter that throws", getter],
    ["a revoked proxy", revoked.proxy],
    ["__proto__ as a field", JSON.parse('{"customer_id":"c","__proto__":1}')],
    ["toString as a field", { customer_id: "c", toString: 1 }],
    ["a text of 8 MB", { customer_id: "c", settings: "x".repeat(8e6) }],
    ["a symbol", Symbol("request")],
    ["a function", () => "request"],
    ["a bigint", 1n],
  ])("%s", ([, value], { expect }) => {
    for (const schema of Object.values(schemas))
      expect(issuesOf(schema, value).length).toBeGreaterThan(0);
  });

  test("what is no JSON is told as such", () => {
    const message = "must be plain JSON, neither cyclic nor nested too deeply";
    const issues = issuesOf(PortalLinkRequest, thrower);
    expect(issues).toEqual([{ path: [], message }]);
  });
});

test.for(Object.entries(tables.uris))(
  "%s as a URI: %j",
  ([redirect_url, isValid], { expect }) => {
    const issues = issuesOf(PortalLinkRequest, {
      customer_id: "c",
      settings: { redirect_url },
    });
    expect(issues.length === 0).toBe(isValid);
  },
);

test.for(Object.entries(tables.times))(
  "%s as a date and time: %j",
  ([expires_at, isValid], { expect }) => {
    const issues = issuesOf(PortalLinkResponse, result({ expires_at }));
    expect(issues.length === 0).toBe(isValid);
  },
);
