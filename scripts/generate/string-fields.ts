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
  isRequired: boolean;
}

/** The string fields of an object, and of the objects in it. */
export function stringFields(
  document: OpenAPI3,
  node: Schema,
  path: string[] = [],
  isRequired = true,
): StringField[] {
  const schema = resolve<Schema>(document, node);
  const { required = [] } = schema;
  return [
    ...(schema.type === "string" ? [{ path, schema, isRequired }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      // A schema that holds itself would never end.
      path.length < 8
        ? stringFields(
            document,
            property,
            [...path, name],
            required.includes(name),
          )
        : [],
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

/** `$response.body#/result/link_url` → `["result", "link_url"]` */
export function fieldPath(expression: string): string[] {
  const [, pointer = ""] = expression.split("#");
  return pointer.split("/").slice(1);
}
