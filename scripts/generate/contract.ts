// The bundled contract, as far as code is made from it.
import type { NormalizedProblem, Oas3_1Schema } from "@redocly/openapi-core";

/** The contract has a mistake. The message says where, and what to do. */
export class ContractError extends Error {
  /** What Redocly found, to be printed with its code frames. */
  problems: NormalizedProblem[] = [];
}

/** A schema, with its references followed. */
export interface Schema extends Omit<Oas3_1Schema, "items" | "properties"> {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
}

/** A JSON message. */
interface Media {
  schema: Schema;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

interface Operation {
  requestBody?: { content?: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
  "x-echoes"?: Record<string, string>;
  "x-secrets"?: string[];
  "x-own-rules"?: Record<string, string>;
}

export interface Bundle {
  info: { version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The first operation: what the client's call, the mock and verify are made from. */
export type Contract = ReturnType<typeof readContract>;

/** @param document With its references followed. */
export function readContract({ paths, components }: Bundle) {
  const [[path, item] = ["", {}]] = Object.entries(paths);
  const [method = "", operation] =
    Object.entries(item).find(([, { responses }]) => responses) ?? [];
  const { requestBody, responses = {} } = operation ?? {};
  const title = `${method.toUpperCase()} ${path}`;
  const status =
    Object.keys(responses).find((one) => one.startsWith("2")) ?? "";
  const bodies = [requestBody, responses[status], responses.default];
  const schemas = Object.entries(components.schemas);
  const [request, response, failure] = bodies.map((body) => {
    const { schema, examples = {} } = body?.content?.["application/json"] ?? {};
    const [name] = schemas.find(([, one]) => one === schema) ?? [];
    return schema && name ? { name, schema, examples } : undefined;
  });
  if (operation && request && response && failure)
    return { title, operation, request, response, failure };
  throw new ContractError(
    `${title}: the first operation has a JSON request, a JSON response under a 2xx status and one under \`default\`, each with a schema in a file of its own. List another operation behind it.`,
  );
}

/**
 * Finds the field that a runtime expression leads to, such as `$response.body#/result/link_url`.
 *
 * @param key Who asks, for the error.
 * @throws {ContractError} it leads nowhere.
 */
export function follow(contract: Contract, key: string, expression: string) {
  const place = `${contract.title}, ${key}: \`${expression}\``;
  const [, side, pointer = ""] =
    /^\$(request|response)\.body#((?:\/[^/]+)*)$/.exec(expression) ?? [];
  if (side !== "request" && side !== "response")
    throw new ContractError(
      `${place} is not an expression of this contract: write \`$request.body#/…\` or \`$response.body#/…\`, with a field after each slash.`,
    );
  const path = pointer.split("/").slice(1);
  let { schema } = contract[side];
  for (const field of path) {
    const fields: Record<string, Schema | undefined> = schema.properties ?? {};
    const found = fields[field];
    if (!found)
      throw new ContractError(
        `${place} leads nowhere: the ${side} has no field \`${field}\` there. Its fields are ${Object.keys(fields).join(", ") || "none"}.`,
      );
    schema = found;
  }
  return { place, side, path, schema };
}
