// @ts-nocheck
import { resolve } from "./resolve.js";

type Json = Record<string, unknown>;

/** Keywords whose value maps names to schemas. */
const SCHEMAS = [
  "properties",
  "patternProperties",
  "$defs",
  "dependentSchemas",
];
/** Fields whose value is data, outside a schema and within one. */
const EXAMPLES = ["example", "examples", "value"];
const DATA = ["example", "examples", "default", "const", "enum"];

/**
 * Writes a bundled contract in the subset of OpenAPI 3.1 that other tools read; test/tools/ holds the list of them. It means the same:
 *
 * - Request bodies and responses stand inline: some generators overlook JSON behind a `$ref`.
 * - An operation has a tag, the first segment of its path: readers file it under "default" otherwise.
 * - In schemas, `examples: […]` stands for `example`, which strict JSON Schema tools refuse, and `enum: […]` beside `const`,
 *   which some generators overlook.
 */
export function portable<Document extends object>(
  document: Document,
): Document {
  const { components, paths, tags = [], ...rest } = document as Json;
  const { responses, requestBodies, ...kept } = components as Json;
  const declared = tags as { name: string }[];
  const missing = new Set<string>();
  const portablePaths = mapValues(paths, (item, path) =>
    mapValues(item, (operation) => {
      if (!isObject(operation) || !("responses" in operation)) return operation;
      const own = { tags: path.split("/").slice(1, 2), ...operation };
      for (const name of own.tags) missing.add(name);
      return portableOperation(document as Json, own);
    }),
  );
  for (const { name } of declared) missing.delete(name);
  return withPortableSchemas({
    ...rest,
    tags: [...declared, ...[...missing].map((name) => ({ name }))],
    paths: portablePaths,
    components: kept,
  }) as Document;
}

function portableOperation(document: Json, operation: Json): Json {
  const { requestBody, responses } = operation;
  return {
    ...operation,
    ...(requestBody
      ? { requestBody: resolve(document, requestBody as Json) }
      : {}),
    responses: mapValues(responses, (response) =>
      resolve(document, response as Json),
    ),
  };
}

/** Finds the schemas of a part of the document that is no schema itself. */
function withPortableSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPortableSchemas);
  if (!isObject(value)) return value;
  return mapValues(value, (child, key) => {
    if (key === "schema") return portableSchema(child);
    if (key === "schemas") return mapValues(child, portableSchema);
    return EXAMPLES.includes(key) ? child : withPortableSchemas(child);
  });
}

function portableSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(portableSchema);
  if (!isObject(schema)) return schema;
  const { example, ...rest } = mapValues(schema, (value, key) => {
    if (SCHEMAS.includes(key)) return mapValues(value, portableSchema);
    return DATA.includes(key) ? value : portableSchema(value);
  });
  return {
    ...rest,
    ...("const" in rest && { enum: rest.enum ?? [rest.const] }),
    ...("example" in schema && { examples: rest.examples ?? [example] }),
  };
}

function mapValues(
  value: unknown,
  change: (child: unknown, key: string) => unknown,
): Json {
  return Object.fromEntries(
    Object.entries(value as Json).map(([key, child]) => [
      key,
      change(child, key),
    ]),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
