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

export function follow<Node>(node: Node, document: ContractDocument): Node {
  const ref = (node as { $ref?: string } | undefined)?.$ref;
  if (!ref) return node;
  const path = ref.slice("#/".length).split("/");
  return path.reduce<unknown>(
    (place, key) => (place as Record<string, unknown>)?.[key],
    document,
  ) as Node;
}

/** Every field of a message, found by walking its schema, so that a new field cannot be forgotten. */
export function schemaFields(
  schema: Schema,
  document: ContractDocument = contract,
  field = "",
  required = false,
): SchemaField[] {
  const resolved = follow(schema, document);
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
