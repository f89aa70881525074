// @ts-nocheck
import {
  resolved,
  type ContractDocument,
  type SchemaObject,
} from "./contract.js";

/** One field of a message, as a row of its table. */
export interface SchemaRow {
  /** Dotted; `[]` for what an array holds, `*` for any name; empty for the message itself. */
  field: string;
  required: boolean;
  schema: SchemaObject;
}

/** Every field of a schema, however deep, with those that it has only in some cases. */
export function schemaRows(
  document: ContractDocument,
  reference: SchemaObject,
  field = "",
  above: readonly SchemaObject[] = [],
): SchemaRow[] {
  const schema = resolved<SchemaObject>(document, reference);
  // A schema that holds itself is told once.
  if (above.includes(schema)) return [];
  const rows = (child: SchemaObject, name: string, required = false) => [
    { field: name, required, schema: described(document, child) },
    ...schemaRows(document, child, name, [...above, schema]),
  ];
  const below = (name: string) => (field ? `${field}.${name}` : name);
  const { properties = {}, items, additionalProperties } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, child]) =>
      rows(child, below(name), schema.required?.includes(name)),
    ),
    ...(items ? rows(items, `${field}[]`) : []),
    ...(typeof additionalProperties === "object"
      ? rows(additionalProperties, below("*"))
      : []),
    ...(["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).flatMap((part) =>
        schemaRows(document, part, field, [...above, schema]),
      ),
    ),
  ];
}

/** What stands beside a reference goes before what it leads to. */
function described(
  document: ContractDocument,
  reference: SchemaObject,
): SchemaObject {
  const { $ref, ...own } = reference;
  return { ...resolved<SchemaObject>(document, reference), ...own };
}

/** Keywords whose meaning the table tells elsewhere, or as rows. */
const TOLD = [
  "description",
  "example",
  "examples",
  "properties",
  "required",
  "items",
  "title",
];

/** The type of a value, and every other keyword of its schema. */
export function constraintsOf(schema: SchemaObject): string {
  const { type, format, maxLength, enum: values, ...others } = schema;
  const code = (value: unknown) => `\`${JSON.stringify(value)}\``;
  const rest = Object.entries(others)
    .filter(([keyword]) => !TOLD.includes(keyword))
    .map(([keyword, value]) => {
      if (keyword === "const") return `always ${code(value)}`;
      if (keyword === "additionalProperties" && typeof value === "object")
        return "";
      if (keyword === "additionalProperties")
        return value ? "any other field" : "no other field";
      return value === true ? keyword : `${keyword} ${code(value)}`;
    });
  const types = [type].flat().filter(Boolean).join(" or ");
  return [
    format ? `${types} (${format})` : types,
    maxLength !== undefined && `at most ${maxLength} characters`,
    !("const" in schema) && values?.map(code).join(" or "),
    ...rest,
  ]
    .filter(Boolean)
    .join(", ");
}
