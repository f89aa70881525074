// @ts-nocheck
import type { Operation } from "../contract/generated.js";
import { violationsOf } from "../contract/violations.js";
import type { Schema } from "./contract.js";
import {
  sampleOf,
  valuesAt,
  withField,
  type SchemaRule,
} from "./schema-rules.js";

/** A message that breaks one rule of its schema. */
export interface BrokenMessage {
  /** What the field is, in JSON; `undefined` where it is absent. */
  value: unknown;
  body: unknown;
  /** What the field must be, as a violation says it. */
  message: string;
}

const UNKNOWN_FIELD = "unknown_field";

const text = (length: number) => "x".repeat(Math.max(0, length));

/** Keyword → for each way to break it, values that might; the schema is asked which does. */
const BREAKERS: Record<
  string,
  (schema: Schema, sample: unknown) => unknown[][]
> = {
  type: ({ type }) => [
    // The mistake that a form or a loose serializer makes comes first.
    [type === "boolean" ? "true" : type === "object" ? "text" : "1", 1, {}],
  ],
  required: () => [[undefined]],
  additionalProperties: (_, sample) => [
    [{ ...(sample as object), [UNKNOWN_FIELD]: 1 }],
  ],
  enum: ({ enum: values = [] }) => [
    ["FOREIGN", 1e9],
    ...values
      .filter((value) => typeof value === "string")
      .slice(0, 1)
      .map((value) => [value.toLowerCase(), value.toUpperCase()]),
  ],
  const: ({ const: value }) => [
    typeof value === "boolean" ? [!value] : ["FOREIGN", 1e9],
  ],
  format: () => [["/relative", "not valid"]],
  pattern: () => [["", "not valid", "\u0000", "0", "A"]],
  minLength: ({ minLength }) => [[text(Number(minLength) - 1)]],
  maxLength: ({ maxLength }, sample) => [
    [String(sample).padEnd(Number(maxLength) + 1, "x")],
  ],
  minimum: ({ minimum }) => [[Number(minimum) - 1]],
  maximum: ({ maximum }) => [[Number(maximum) + 1]],
  exclusiveMinimum: ({ exclusiveMinimum }) => [[exclusiveMinimum]],
  exclusiveMaximum: ({ exclusiveMaximum }) => [[exclusiveMaximum]],
  multipleOf: ({ multipleOf }) => [[Number(multipleOf) * 1.5]],
  minItems: ({ minItems }, sample) => [[items(sample, Number(minItems) - 1)]],
  maxItems: ({ maxItems }, sample) => [[items(sample, Number(maxItems) + 1)]],
  uniqueItems: (_, sample) => [[[...items(sample, 1), ...items(sample, 1)]]],
  minProperties: () => [[{}]],
};

/** An array of so many different items. */
function items(sample: unknown, length: number): unknown[] {
  const [first] = sample as unknown[];
  return Array.from({ length }, (_, index) => {
    if (typeof first === "number") return first + index;
    return typeof first === "string" && index > 0 ? `${first}${index}` : first;
  });
}

/**
 * Breaks a rule in each way there is, and nothing else.
 *
 * @param valid A message that keeps the schema.
 */
export function breakRule(
  { path, keyword, schema }: SchemaRule,
  root: Schema,
  valid: unknown,
  validate: Operation["request"],
): BrokenMessage[] {
  const [sample = sampleOf(schema)] = valuesAt(valid, path);
  const ways = BREAKERS[keyword]?.(schema, sample) ?? [];
  return ways.flatMap((values) => {
    const broken = values
      .map((value) => {
        const body = withField(root, valid, path, () => value);
        return { value, body, violations: violationsOf(validate, body) };
      })
      .filter(({ violations }) => {
        // Another rule of the same field may break with it: a number is in no enum of strings.
        const [{ field = "" } = {}] = violations;
        const isAlone = violations.every((other) => other.field === field);
        return isAlone && violations.some(({ rule }) => rule === keyword);
      })
      .sort((one, other) => one.violations.length - other.violations.length);
    return broken.slice(0, 1).map(({ value, body, violations }) => {
      const stated = violations.find(({ rule }) => rule === keyword);
      return { value, body, message: stated?.message ?? "" };
    });
  });
}
