// @ts-nocheck
import {
  authenticationOf,
  operationsIn,
  resolved,
  type CodeSample,
  type ContractDocument,
  type MessageObject,
  type SchemaObject,
} from "./contract.js";
import { callOf, ownRules } from "./markdown.js";
import type { Page } from "./pages.js";

/** The contract as Redoc shows it best, with links to the other pages. */
export function forRedoc(
  original: ContractDocument,
  samples: readonly CodeSample[],
  pages: readonly Page[],
): ContractDocument {
  const document = structuredClone(original);
  const { info, components } = document;
  // The description says it, and each line here moves the operation down.
  delete info.summary;
  delete info.license;
  info.version = "";
  const links = pages.map(({ title, name }) => `[${title}](${name}.html)`);
  info.description = `${info.description.trim()}\n\n${links.join(" · ")}`;
  // Redoc calls a scheme by its key alone.
  const scheme = authenticationOf(document);
  components.securitySchemes = {
    [scheme]: Object.values(components.securitySchemes ?? {})[0],
  };
  document.security = [{ [scheme]: [] }];
  for (const operation of operationsIn(document)) {
    const request = resolved<MessageObject>(document, operation.requestBody);
    const { content = {} } = request;
    Object.assign(
      document.paths[operation.path]?.[operation.method.toLowerCase()] ?? {},
      {
        description: `${callOf(document, operation)}\n\n${operation.description}`,
        "x-codeSamples": samples.map(({ language, fence, code }) => ({
          lang: fence,
          label: language,
          source: code.trim(),
        })),
        // Redoc hides an operation that has a tag behind a click.
        tags: [],
      },
    );
    for (const [field, rule] of ownRules(operation))
      for (const { schema } of Object.values(content)) {
        const target = schemaAt(document, schema, field);
        target.description = `${target.description ?? ""} ${rule}`;
      }
  }
  delete document.tags;
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
