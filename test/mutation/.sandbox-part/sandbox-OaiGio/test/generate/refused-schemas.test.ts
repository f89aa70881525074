// @ts-nocheck
// What cannot be judged stops generation; test/lint/ holds the lines of the files against it.
import { test } from "vitest";
import { UnsupportedError } from "../../scripts/generate/unsupported-error.js";
import { printValidators } from "../../scripts/generate/validators/print-validators.js";

function refusalOf(generate: () => unknown): {
  pointer: string;
  message: string;
} {
  try {
    generate();
  } catch (error) {
    if (error instanceof UnsupportedError) return error;
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
