import type { OpenAPI3 } from "openapi-typescript";
import { resolve } from "./resolve.js";

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  example?: unknown;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
}
export interface StringField {
  path: string[];
  schema: Schema;
}

/** The string fields of an object, and of the objects in it. */
export function stringFields(
  document: OpenAPI3,
  node: Schema,
  path: string[] = [],
): StringField[] {
  const schema = resolve<Schema>(document, node);
  return [
    ...(schema.type === "string" ? [{ path, schema }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      // A schema that holds itself would never end.
      path.length < 8 ? stringFields(document, property, [...path, name]) : [],
    ),
  ];
}

export function exampleOf({ example, examples }: Schema): unknown {
  return example ?? examples?.[0];
}

export function has(
  paths: readonly string[][],
  path: readonly string[],
): boolean {
  return paths.some((other) => other.join("/") === path.join("/"));
}
