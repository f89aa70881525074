// @ts-nocheck
import { valueAt } from "../contract/field-path.js";
import type { Contract } from "./contract.js";
import { schemaRules, withField } from "./schema-rules.js";

/**
 * Requests that have each value of an enumeration, true and false at least once, in as few as possible. false travels alone:
 * which settings contradict each other is not documented.
 */
export function everyValue(
  { request }: Contract,
  base: unknown,
  seen: readonly unknown[],
): unknown[] {
  const fields = schemaRules(request).filter(
    ({ keyword, schema, path }) =>
      !path.includes("[]") &&
      !path.includes("*") &&
      (keyword === "enum" || (keyword === "type" && schema.type === "boolean")),
  );
  const untried = fields.map(({ path, schema }) => ({
    path,
    values: (schema.enum ?? [true, false]).filter(
      (value) => !seen.some((message) => valueAt(message, path) === value),
    ),
  }));
  return [true, false].flatMap((isFalse) => {
    const left = untried.map(({ path, values }) => ({
      path,
      values: values.filter((value) => (value === false) !== isFalse),
    }));
    const rounds = Math.max(0, ...left.map(({ values }) => values.length));
    return Array.from({ length: rounds }, (_, round) =>
      left
        .filter(({ values }) => round < values.length)
        .reduce(
          (message, { path, values }) =>
            withField(request, message, path, () => values[round]),
          base,
        ),
    );
  });
}
