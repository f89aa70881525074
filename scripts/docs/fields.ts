import type { Schema } from "../generate/contract.js";

/** The fields of a message in Markdown, however deep: a heading for each, and its description below. */
export function fieldSections(
  schema: Schema,
  parent = "",
  parents: readonly Schema[] = [],
): string[] {
  // A schema that holds itself is shown once.
  if (parents.includes(schema)) return [];
  const { properties = {}, required = [], items } = schema;
  const values = schema.additionalProperties;
  const section = (name: string, field: Schema, need = "") => [
    `#### \`${name}\` · ${rulesOf(field)}${need}`,
    field.description ?? "",
    ...(field.examples ?? []).map((example) => `Example: ${code(example)}`),
    ...fieldSections(field, name, [...parents, schema]),
  ];
  const below = (name: string) => (parent ? `${parent}.${name}` : name);
  return [
    ...Object.entries(properties).flatMap(([name, field]) =>
      section(
        below(name),
        field,
        required.includes(name) ? " · **required**" : " · optional",
      ),
    ),
    ...(items ? section(`${parent}[]`, items) : []),
    ...(typeof values === "object" ? section(below("*"), values) : []),
  ];
}

const code = (value: unknown) => `\`${JSON.stringify(value)}\``;

const SHOWN = ["description", "examples", "items", "properties", "required"];

/** Keyword → what a reader is told of it. */
const WORDS: Record<string, (value: unknown, schema: Schema) => string> = {
  type: (type) => [type].flat().join(" or "),
  format: (format) => `(${String(format)})`,
  const: (value) => `always ${code(value)}`,
  enum: (values, schema) =>
    "const" in schema ? "" : (values as unknown[]).map(code).join(" or "),
  maxLength: (length) => `at most ${String(length)} characters`,
  minLength: (length) =>
    length === 1 ? "non-empty" : `at least ${String(length)} characters`,
  additionalProperties: (value) => (value === false ? "no other fields" : ""),
};

/** The type of a value, and the other rules of its schema: one without words here as it is. */
export function rulesOf(schema: Schema): string {
  return Object.entries(schema)
    .filter(([keyword]) => !SHOWN.includes(keyword))
    .map(
      ([keyword, value]) =>
        WORDS[keyword]?.(value, schema) ?? `${keyword} ${code(value)}`,
    )
    .filter(Boolean)
    .join(", ");
}
