import { BREAKING_VALUES } from "./breaking-values.js";
import type { Schema } from "./contract.js";

/** One keyword of a message's schema. */
export interface SchemaRule {
  /** The way to the field: `[]` for the items of an array, `*` for the values of a map. */
  path: readonly string[];
  keyword: string;
  /** What states it; of `required`, the field that must be there. */
  schema: Schema;
}

/** A message with this value at the path of a rule; `undefined` leaves the field out. */
type MessageWith = (value: unknown) => unknown;

/** Every rule of a message that a value can break, so that a new field cannot be forgotten. */
export function schemaRules(
  schema: Schema,
  path: readonly string[] = [],
  messageWith: MessageWith = (value) => value,
  parents: readonly Schema[] = [],
): (SchemaRule & { messageWith: MessageWith })[] {
  // A schema that holds itself is walked once.
  if (parents.includes(schema)) return [];
  const { required = [], properties, items, ...own } = schema;
  const values = own.additionalProperties;
  // An enum beside a const says the same, and an open object says nothing.
  if ("const" in own) delete own.enum;
  if (values) delete own.additionalProperties;
  const rules = Object.keys(BREAKING_VALUES)
    .filter((keyword) => keyword in own)
    .map((keyword) => ({ path, keyword, schema, messageWith }));
  const children = {
    ...properties,
    ...(items && { "[]": items }),
    ...(typeof values === "object" && { "*": values }),
  };
  for (const [step, child] of Object.entries(children)) {
    const rule = {
      path: [...path, step],
      keyword: "required",
      schema: child,
      messageWith: (value: unknown) => {
        const message = structuredClone(sampleOf(schema)) as object;
        const key = step === "[]" ? 0 : step;
        return messageWith(Object.assign(message, { [key]: value }));
      },
    };
    if (required.includes(step)) rules.push(rule);
    rules.push(
      ...schemaRules(child, rule.path, rule.messageWith, [...parents, schema]),
    );
  }
  return rules;
}

/** Dotted, as in `settings.products_ids[]`; empty for the message itself. */
export function fieldOf(path: readonly string[]): string {
  return path.join(".").replaceAll(".[]", "[]");
}

/** A value that keeps its schema: its example, or the required fields as their examples have them. */
export function sampleOf(schema: Schema): unknown {
  const { properties = {}, required = [], items, examples = [] } = schema;
  const known = [...examples, schema.const, schema.enum?.[0]];
  const example = known.find((value) => value !== undefined && value !== null);
  if (example !== undefined) return example;
  if (items) return [sampleOf(items)];
  const dependents = Object.entries(schema.dependentRequired ?? {}).flat(2);
  const names = [...required, ...dependents];
  const fields = names.map((name) => [name, sampleOf(properties[name] ?? {})]);
  return Object.fromEntries(fields) as unknown;
}
