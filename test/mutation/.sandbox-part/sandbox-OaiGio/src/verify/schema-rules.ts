// @ts-nocheck
import type { Schema } from "./contract.js";

/** One keyword of a schema that can be broken. */
export interface SchemaRule {
  /** The way to the field: `[]` for the items of an array, `*` for the values of a map. */
  path: readonly string[];
  keyword: string;
  /** What states it; of `required`, the field that must be there. */
  schema: Schema;
}

/** Keywords that ask for nothing, or of which the parts are walked on their own. */
const NO_RULE =
  /^(x-.*|title|description|examples|default|deprecated|readOnly|writeOnly|\$comment|required|properties|items|additionalProperties)$/;

/** Every rule of a message, found by walking its schema, so that a new field cannot be forgotten. */
export function schemaRules(
  schema: Schema,
  path: readonly string[] = [],
): SchemaRule[] {
  const {
    required = [],
    properties = {},
    items,
    additionalProperties,
  } = schema;
  const rule = (keyword: string, at = path, of = schema): SchemaRule => ({
    path: at,
    keyword,
    schema: of,
  });
  return [
    ...Object.keys(schema)
      // An enum beside a const says the same to tools that overlook a const.
      .filter((keyword) => keyword !== "enum" || !("const" in schema))
      .filter((keyword) => !NO_RULE.test(keyword))
      .map((keyword) => rule(keyword)),
    ...(additionalProperties === false ? [rule("additionalProperties")] : []),
    ...Object.entries(properties).flatMap(([name, property]) => [
      ...(required.includes(name)
        ? [rule("required", [...path, name], property)]
        : []),
      ...schemaRules(property, [...path, name]),
    ]),
    ...(items ? schemaRules(items, [...path, "[]"]) : []),
    ...(typeof additionalProperties === "object"
      ? schemaRules(additionalProperties, [...path, "*"])
      : []),
  ];
}

/** Dotted, as in `settings.products_ids[]`; empty for the message itself. */
export function fieldOf(path: readonly string[]): string {
  return path.join(".").replaceAll(".[]", "[]");
}

/** A message that keeps its schema: the required fields, as their examples have them. */
export function sampleOf(schema: Schema): unknown {
  const { examples = [], properties = {}, required = [], items } = schema;
  if (examples.length > 0) return examples[0];
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  switch ([schema.type].flat()[0]) {
    case "object":
      return Object.fromEntries(
        required.map((name) => [name, sampleOf(properties[name] ?? {})]),
      );
    case "array":
      return items ? [sampleOf(items)] : [];
    case "boolean":
      return true;
    case "string":
      return "text";
    default:
      return 1;
  }
}

/**
 * Changes one field of a message; what lies on the way and is absent is filled in.
 *
 * @param change Returns `undefined` to leave the field out.
 */
export function withField(
  schema: Schema,
  message: unknown,
  [step, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  const value = message ?? sampleOf(schema);
  if (step === undefined) return change(value);
  if (step === "[]") {
    const [first, ...others] = value as unknown[];
    return [withField(schema.items ?? {}, first, rest, change), ...others];
  }
  const fields = value as Record<string, unknown>;
  const map = schema.additionalProperties as Schema;
  const name = step === "*" ? (Object.keys(fields)[0] ?? "any") : step;
  const within = step === "*" ? map : (schema.properties?.[step] ?? {});
  const changed = withField(within, fields[name], rest, change);
  const { [name]: before, ...others } = fields;
  return changed === undefined ? others : { ...fields, [name]: changed };
}

/** The values at a rule's path, in a message of any form. */
export function valuesAt(
  message: unknown,
  [step, ...rest]: readonly string[],
): unknown[] {
  if (step === undefined) return message === undefined ? [] : [message];
  if (typeof message !== "object" || message === null) return [];
  const isList = step === "[]" || step === "*";
  if ((step === "[]") !== Array.isArray(message)) return [];
  const values = isList
    ? Object.values(message)
    : Object.hasOwn(message, step)
      ? [(message as Record<string, unknown>)[step]]
      : [];
  return values.flatMap((value) => valuesAt(value, rest));
}
