// @ts-nocheck
import { contract, type ContractDocument } from "./document.js";

/** A schema of the bundled contract, as far as it uses JSON Schema. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  enum?: unknown[];
  [keyword: string]: unknown;
}

export interface SchemaField {
  /** Dotted, `[]` for the items of an array, `*` for the values of a map; `""` for the message itself. */
  field: string;
  required: boolean;
  schema: Schema;
}

function target($ref: string, document: ContractDocument): Schema | undefined {
  return $ref
    .slice("#/".length)
    .split("/")
    .reduce<unknown>(
      (place, key) => (place as Record<string, unknown> | undefined)?.[key],
      document,
    ) as Schema | undefined;
}

/** Every field of a message, found by walking its schema, so that a new field cannot be forgotten. */
export function schemaFields(
  schema: Schema,
  document: ContractDocument = contract,
  field = "",
  required = false,
): SchemaField[] {
  // In OpenAPI 3.1 what stands beside a $ref holds as well.
  const { $ref, ...beside } = schema;
  const resolved = { ...($ref && target($ref, document)), ...beside };
  const join = (name: string) => (field ? `${field}.${name}` : name);
  const { properties = {}, additionalProperties, items } = resolved;
  return [
    { field, required, schema: resolved },
    ...Object.entries(properties).flatMap(([name, property]) =>
      schemaFields(
        property,
        document,
        join(name),
        resolved.required?.includes(name) ?? false,
      ),
    ),
    ...(items ? schemaFields(items, document, `${field}[]`) : []),
    ...(typeof additionalProperties === "object"
      ? schemaFields(additionalProperties, document, join("*"))
      : []),
  ];
}
