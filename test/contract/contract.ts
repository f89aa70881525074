// The contract as it is published, for tests.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Any part of a JSON document. */
export type Json = Record<string, unknown>;

export interface ContractCase {
  id: string;
  says: string;
  source: string;
  isWarning?: boolean;
  title: string;
  body?: unknown;
  text?: string;
  credentials?: string;
}

export interface ContractRule extends Omit<ContractCase, "title"> {
  side: "response" | "failure";
  path: string[];
  keyword: string;
}

export const contract = read("openapi.json") as Json & {
  info: { version: string };
  components: { examples: Record<string, { value: unknown }> };
};

export const cases = read("cases.json") as {
  accepted: ContractCase[];
  refused: ContractCase[];
  rules: ContractRule[];
};

/** The vendor's pages, typed in once more. */
export const facts = parse(
  readFileSync(new URL("page-facts.yaml", import.meta.url), "utf8"),
) as {
  fields: Record<string, Record<string, Json>>;
  document: Json;
  examples: Json;
};

/** The examples of one schema: scenario → value. */
export function examplesOf(
  schema: string,
): [scenario: string, value: unknown][] {
  return Object.entries(contract.components.examples)
    .filter(([name]) => name.startsWith(`${schema}.`))
    .map(([name, { value }]) => [name.slice(schema.length + 1), value]);
}

function read(name: string): unknown {
  const url = new URL(`../../generated/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}
