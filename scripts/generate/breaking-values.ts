import type { Schema } from "./contract.js";

/** What a form or a loose serializer sends instead of a type. */
const SLIPS: Record<string, unknown> = {
  string: 1,
  boolean: "true",
  integer: "1",
  number: "1",
};

const text = (start: unknown, length: number) =>
  String(start).padEnd(length, "x").slice(0, Math.max(0, length));

const list = (sample: unknown) => sample as unknown[];

const sameItems = (sample: unknown, length: number) =>
  Array<unknown>(length).fill(list(sample)[0]);

/** The keywords that values can break → values that might break it alone, in each way there is. Ajv says which do. */
export const BREAKING_VALUES: Record<
  string,
  (schema: Schema, sample: unknown) => unknown[]
> = {
  type: ({ type }) => [SLIPS[String([type].flat()[0])] ?? "text"],
  required: () => [undefined],
  additionalProperties: (_, sample) => [
    { ...(sample as object), unknown_field: 1 },
  ],
  dependentRequired: ({ dependentRequired = {} }, sample) =>
    Object.values(dependentRequired)
      .flat()
      .map((name) => ({ ...(sample as object), [name]: undefined })),
  enum: ({ enum: [first] = [] }) =>
    typeof first === "string" ? ["FOREIGN", first.toLowerCase()] : [1e9],
  const: ({ const: value }) => [!value, "FOREIGN", 1e9],
  format: () => ["/relative"],
  pattern: (_, sample) => ["not valid", "0", "A", `${String(sample)}\u0000`],
  minLength: ({ minLength = 0 }, sample) => [text(sample, minLength - 1)],
  maxLength: ({ maxLength = 0 }, sample) => [
    text(String(sample).repeat(maxLength), maxLength + 1),
    text(sample, maxLength + 1),
  ],
  minimum: ({ minimum = 0 }) => [minimum - 1],
  maximum: ({ maximum = 0 }) => [maximum + 1],
  exclusiveMinimum: ({ exclusiveMinimum }) => [exclusiveMinimum],
  exclusiveMaximum: ({ exclusiveMaximum }) => [exclusiveMaximum],
  multipleOf: ({ multipleOf = 1 }, sample) => [Number(sample) + multipleOf / 2],
  minItems: ({ minItems = 0 }, sample) => [list(sample).slice(0, minItems - 1)],
  maxItems: ({ maxItems = 0 }, sample) => [sameItems(sample, maxItems + 1)],
  uniqueItems: ({ minItems = 2 }, sample) => [
    sameItems(sample, Math.max(2, minItems)),
  ],
};
