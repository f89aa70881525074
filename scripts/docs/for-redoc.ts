import {
  operationsIn,
  resolved,
  type ContractDocument,
  type MessageObject,
  type SchemaObject,
} from "./contract.js";
import { ownRules } from "./markdown.js";

/** The contract as Redoc shows it best. */
export function forRedoc(original: ContractDocument): ContractDocument {
  const document = structuredClone(original);
  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item)) {
      // Redoc hides an operation that has a tag behind a click.
      delete operation.tags;
    }
  delete document.tags;
  for (const operation of operationsIn(document)) {
    const { content = {} } = resolved<MessageObject>(
      document,
      operation.requestBody,
    );
    for (const [field, rule] of ownRules(operation))
      for (const { schema } of Object.values(content)) {
        const target = schemaAt(document, schema, field);
        target.description = `${target.description ?? ""} ${rule}`;
      }
  }
  for (const schema of Object.values(document.components.schemas ?? {}))
    adapt(document, schema as SchemaObject);
  return document;
}

function schemaAt(
  document: ContractDocument,
  schema: SchemaObject,
  field: string,
): SchemaObject {
  return field
    .split(".")
    .filter(Boolean)
    .reduce(
      (place, name) => resolved(document, place.properties?.[name] ?? {}),
      resolved<SchemaObject>(document, schema),
    );
}

function adapt(document: ContractDocument, schema: SchemaObject): void {
  // Redoc would show the one value twice.
  if ("const" in schema) delete schema.enum;
  // Redoc shows `example`, but not `examples`.
  if (schema.examples) {
    schema.example ??= schema.examples[0];
    delete schema.examples;
  }
  for (const property of Object.values(schema.properties ?? {})) {
    // Redoc does not show the description of an array's items: added to the array's own.
    const items = property.items && resolved(document, property.items);
    if (items?.type === "object")
      property.description = `${property.description}\n\n${items.description}`;
    adapt(document, property);
  }
  if (schema.items) adapt(document, schema.items);
}
