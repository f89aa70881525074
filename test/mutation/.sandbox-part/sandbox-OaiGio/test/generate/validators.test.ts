// @ts-nocheck
// The generated validators give plain Ajv's verdicts, and blame the same fields, for every keyword they know.
import addFormats from "ajv-formats";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValidationError } from "../../generated/validators.js";
import { compiled } from "./compiled.js";
import { CASES } from "./validator-cases.js";

const SEED = 20_261_124;

function byAjv(schema: unknown, others: Record<string, unknown> = {}) {
  const ajv = new Ajv2020({
    strict: false,
    strictNumbers: true,
    allErrors: true,
    ownProperties: true,
  });
  addFormats.default(ajv);
  const schemas = { Root: schema, ...others };
  ajv.addSchema({ $id: "bundle", components: { schemas } });
  return ajv.compile({ $ref: "bundle#/components/schemas/Root" });
}

/** `/a/0 type`: the field and the keyword. */
const blamedByUs = (errors: ValidationError[] = []) =>
  errors.map(({ path, keyword }) => `${["", ...path].join("/")} ${keyword}`);

/** Where a combinator fails, Ajv adds what is wrong with each of its schemas; behind a $ref only the name `Try…` shows it. */
const blamedByAjv = (errors: readonly ErrorObject[]) => {
  const tries = /\/(anyOf|oneOf|not|contains|propertyNames|Try\w+)\/|\/if$/;
  return errors
    .filter(({ schemaPath }) => !tries.test(schemaPath))
    .map(({ instancePath, keyword, params }) => {
      const { missingProperty, additionalProperty: extra = missingProperty } =
        params as Record<string, string>;
      const path = instancePath.replaceAll("~1", "/").replaceAll("~0", "~");
      return `${path}${extra === undefined ? "" : `/${extra}`} ${keyword}`;
    });
};

/** Values that schemas of all kinds take or refuse. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      fc.constantFrom(
        null,
        true,
        false,
        0,
        1,
        2,
        3,
        -1,
        1.5,
        0.1,
        "",
        "a",
        "ab",
      ),
      fc.string({ maxLength: 4, unit: "grapheme" }),
      fc.constantFrom("card", "bank", "NOW", "x-a", "a@b.c", "a:b"),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(..."abc", "x-a", "kind", "digits", "value", "children"),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

describe("a validator agrees with Ajv on the verdict and on what it blames", () => {
  test.for(Object.entries(CASES))(
    "%s",
    async ([, { schema, others, values }], { expect }) => {
      const validate = await compiled(schema, others);
      const ajv = byAjv(schema, others);
      const verdicts = new Set<boolean>();
      const agree = (value: unknown) => {
        const before = structuredClone(value);
        const isValid = ajv(value);
        verdicts.add(isValid);
        const errors = validate(value);
        expect(value).toEqual(before);
        const shown = JSON.stringify(value);
        expect(new Set(blamedByUs(errors)), shown).toEqual(
          new Set(blamedByAjv(ajv.errors ?? [])),
        );
        expect(errors === undefined, shown).toBe(isValid);
        for (const { message } of errors ?? [])
          expect(message).toMatch(/^(must|is|has) \S/);
      };
      values.forEach(agree);
      expect(verdicts.size).toBe(schema === false ? 1 : 2);
      const some = fc.oneof(anything, fc.constantFrom(...values));
      fc.assert(fc.property(some, agree), { seed: SEED, numRuns: 300 });
    },
  );
});

test("a field named __proto__ can be in the contract, where Ajv overlooks it", async () => {
  const validate = await compiled(
    JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"}},"additionalProperties":false}',
    ),
  );
  expect(validate(JSON.parse('{"__proto__":"a"}'))).toBeUndefined();
  expect(blamedByUs(validate(JSON.parse('{"__proto__":1}')))).toEqual([
    "/__proto__ type",
  ]);
});

test.for([
  [
    { type: "string", maxLength: 32 },
    "long".repeat(9),
    "must not be longer than 32 characters",
  ],
  [
    { type: "string", minLength: 1 },
    "",
    "must not be shorter than 1 character",
  ],
  [{ type: "integer" }, 1.5, "must be a whole number"],
  [{ type: ["string", "null"] }, 1, "must be a string or null"],
  [{ type: "number", minimum: 1 }, 0, "must be at least 1"],
  [{ type: "number", exclusiveMaximum: 1 }, 1, "must be less than 1"],
  [{ type: "number", multipleOf: 0.01 }, 0.005, "must be a multiple of 0.01"],
  [{ type: "array", maxItems: 1 }, [1, 2], "must have at most 1 item"],
  [
    { type: "array", uniqueItems: true },
    [1, 1],
    "must not have the same item twice",
  ],
  [{ type: "object", minProperties: 2 }, {}, "must have at least 2 fields"],
  [{ type: "string", pattern: "^a$1" }, "b", "must match the pattern ^a$1"],
  [{ type: "string", format: "date" }, "", "must be a date, as in 2026-03-13"],
  [{ enum: ["A", null] }, 1, "must be A or null"],
  [
    { type: "object", dependentRequired: { b: ["a"] } },
    { b: 1 },
    "must be there when b is",
  ],
  [{ type: "object", properties: { a: false } }, { a: 1 }, "must not be there"],
  [
    { type: "object", propertyNames: { maxLength: 1 } },
    { ab: 1 },
    "has a field name that must not be longer than 1 character",
  ],
  [
    { type: "array", contains: { const: 1 } },
    [],
    "must have an item that is 1",
  ],
  [
    { type: "object", oneOf: [{ required: ["a"] }, { title: "A card" }] },
    { a: 1 },
    "must be an object with a or A card, and only one of these",
  ],
  [
    {
      type: ["array", "null"],
      items: {
        anyOf: [{ type: "string" }, { $ref: "#/components/schemas/Root" }],
      },
    },
    [1],
    "must be a string or Root",
  ],
] as const)(
  "%j says what %j must be",
  async ([schema, value, message], { expect }) => {
    const validate = await compiled(schema);
    expect(validate(value)?.map((error) => error.message)).toEqual([message]);
  },
);
