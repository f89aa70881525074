// The bundled contract, as tests read it.
import { readFileSync } from "node:fs";
import type { Schema } from "./schema-fields.js";

interface Example {
  summary?: string;
  value: unknown;
}

interface MediaType {
  schema?: Schema;
  examples?: Record<string, { $ref: string }>;
}

interface Message {
  description?: string;
  content?: Record<string, MediaType>;
}

interface Operation {
  operationId: string;
  requestBody: Message;
  responses: Record<string, Message>;
}

export interface ContractDocument {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    examples: Record<string, Example>;
  };
}

export const contract = JSON.parse(
  readFileSync(
    new URL("../../generated/openapi.json", import.meta.url),
    "utf8",
  ),
) as ContractDocument;

/** The examples of one schema: scenario → value. */
export function examplesOf<Value>(schema: string): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(contract.components.examples)
      .filter(([name]) => name.startsWith(`${schema}.`))
      .map(([name, { value }]) => [
        name.slice(schema.length + 1),
        value as Value,
      ]),
  );
}
