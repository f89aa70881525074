// What cannot be judged stops generation; test/lint/ holds the lines of the files against it.
import { expect, test } from "vitest";
import { SchemaError } from "../../scripts/generate/validators/place.js";
import { printValidators } from "../../scripts/generate/validators/print-validators.js";
import { validatorNames } from "../../scripts/generate/validators.js";
import { contract } from "../contract/document.js";

function refusalOf(generate: () => unknown): {
  pointer: string;
  message: string;
} {
  try {
    generate();
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

test.for([
  [
    { type: "object", unevaluatedProperties: false },
    "/unevaluatedProperties",
    /^The validators do not know the keyword `unevaluatedProperties`\. Say it with .*keywords\.ts\.$/,
  ],
  [
    { type: "string", nullable: true },
    "/nullable",
    /do not know the keyword `nullable`/,
  ],
  [
    {
      type: "object",
      properties: { "a/b": { type: "string", format: "datetime" } },
    },
    "/properties/a~1b/format",
    /do not know the format "datetime"\. Use date-time, .*formats\.ts\.$/,
  ],
  [
    { type: "string", format: "constructor" },
    "/format",
    /do not know the format "constructor"/,
  ],
  [
    { type: "string", pattern: "(" },
    "/pattern",
    /Unterminated group\. Correct the pattern/,
  ],
  [
    { type: "object", patternProperties: { "\\-": true } },
    "/patternProperties/%5C-",
    /Invalid escape\. Correct the pattern/,
  ],
  [
    { maxLength: 1 },
    "/maxLength",
    /^`maxLength` is about values of type string, .* add `type: string`/,
  ],
  [{ type: ["string", "null"], minimum: 1 }, "/minimum", /add `type: number`/],
  [
    { type: "array", items: { required: ["a"] } },
    "/items/required",
    /add `type: object`/,
  ],
  [
    { anyOf: [{ type: "string" }, { items: true }] },
    "/anyOf/1/items",
    /add `type: array`/,
  ],
  [
    { $ref: "#/components/schemas/Gone" },
    "",
    /^There is no schema at #\/components\/schemas\/Gone\.$/,
  ],
] as const)("%j is refused at %j", ([schema, pointer, message], { expect }) => {
  const document = { components: { schemas: { Root: schema } } };
  const refusal = refusalOf(() => printValidators(document, ["Root"]));
  expect(refusal.message).toMatch(message);
  if (pointer)
    expect(refusal.pointer).toBe(`/components/schemas/Root${pointer}`);
});

test("the schemas that get a validator are those of the operations' messages", () => {
  expect(validatorNames(contract)).toEqual([
    "PortalLinkRequest",
    "PortalLinkResponse",
    "ErrorResponse",
  ]);
});

test("a renamed request gives a validator of the new name", () => {
  const renamed = JSON.parse(
    JSON.stringify(contract)
      .replaceAll("schemas/PortalLinkRequest", "schemas/LinkRequest")
      .replace('"PortalLinkRequest":', '"LinkRequest":'),
  ) as object;
  expect(validatorNames(renamed)[0]).toBe("LinkRequest");
  expect(printValidators(renamed, validatorNames(renamed))).toContain(
    "validateLinkRequest as LinkRequest",
  );
});

test("a request whose schema stands in the operation is refused there", () => {
  const requestBody = {
    content: { "application/json": { schema: { type: "object" } } },
  };
  const refusal = refusalOf(() =>
    validatorNames({ paths: { "/a/b": { post: { requestBody } } } }),
  );
  expect(refusal.pointer).toBe(
    "/paths/~1a~1b/post/requestBody/content/application~1json",
  );
  expect(refusal.message).toMatch(
    /write it in a file in openapi\/components\/schemas\//,
  );
});
