// @ts-nocheck
// Changes each rule of the contract, one at a time: the vendor's facts or the lint must notice every change.
import { join } from "node:path";
import { bundle, lintFromString, loadConfig } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import type { ContractDocument } from "./document.js";
import { factDifferences } from "./vendor-facts.js";

interface Change {
  name: string;
  /** The last name on the way to the rule. */
  keyword: string;
  document: ContractDocument;
}

type Key = string | number;
type Node = Record<Key, unknown>;

const root = join(import.meta.dirname, "../..");

const config = await loadConfig({ configPath: join(root, "redocly.yaml") });
const ref = join(root, "openapi/openapi.yaml");
/** As it is written, in one document. */
const contract = (await bundle({ ref, config })).bundle
  .parsed as ContractDocument;

/** What the vendor's facts say against a contract or, when they agree with it, the lint. */
async function complaintsAbout(document: ContractDocument): Promise<string[]> {
  const differences = factDifferences(document);
  if (differences.length > 0) return differences;
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: join(root, "generated", "openapi.json"),
    config,
  });
  return problems.map(({ message }) => message);
}

test("the contract states the rules of the vendor's pages, and no other", async () => {
  expect(await complaintsAbout(contract)).toEqual([]);
});

test("a change of any rule is noticed", async () => {
  const changes = changesOf(contract, []);
  const unnoticed: string[] = [];
  for (const { name, document } of changes)
    if ((await complaintsAbout(document)).length === 0) unnoticed.push(name);
  expect(unnoticed).toEqual([]);

  // A kind of rule that was not changed is not guarded.
  expect(changes.map(({ keyword }) => keyword)).toEqual(
    expect.arrayContaining([
      ...["required", "type", "enum", "maxLength", "format", "const"],
      ...["additionalProperties", "example", "value", "security"],
      ...["ApiKeyAndSecret", "scheme", "url", "/customer-portal/link"],
      ...["post", "200", "default", "application/json", "schema"],
    ]),
  );
});

/** Each value below `at`, except prose: once deleted, once bent; a list or an object gains a foreign value. */
function changesOf(value: unknown, at: Key[]): Change[] {
  if (isProse(value, at)) return [];
  const change = (how: string, edit: (parent: Node, key: Key) => void) => {
    const document = structuredClone(contract);
    const parent = at
      .slice(0, -1)
      .reduce<Node>((node, key) => node[key] as Node, document as never);
    edit(parent, at.at(-1) as Key);
    const keyword = at.findLast((key) => typeof key === "string") as string;
    return { name: `${at.join("/")} ${how}`, keyword, document };
  };
  const without = change("deleted", (parent, key) => {
    if (Array.isArray(parent)) parent.splice(key as number, 1);
    else delete parent[key];
  });
  const bent = bends(value).map((other) =>
    change(`is ${JSON.stringify(other)}`, (parent, key) => {
      parent[key] = other;
    }),
  );
  const inside =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, child]) =>
          changesOf(child, [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [...(at.length > 0 ? [without] : []), ...bent, ...inside];
}

function bends(value: unknown): unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value - 1, value + 1];
  if (typeof value === "string") return [`${value}x`];
  if (Array.isArray(value)) return [[...(value as unknown[]), "foreign"]];
  return [{ ...(value as object), foreign: {} }];
}

function isProse(value: unknown, at: Key[]): boolean {
  const isText = typeof value === "string";
  return (
    at[0] === "info" ||
    (isText && /^(description|summary)$/.test(String(at.at(-1))))
  );
}
