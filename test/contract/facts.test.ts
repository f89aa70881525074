// The vendor's pages, typed in once more, beside the contract: each rule on both sides, and no other.
import { join } from "node:path";
import { bundle, lintFromString, loadConfig } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { facts, type Json } from "./contract.js";

const root = join(import.meta.dirname, "../..");
const config = await loadConfig({ configPath: join(root, "redocly.yaml") });
const ref = join(root, "openapi/openapi.yaml");
const contract = (await bundle({ ref, config })).bundle.parsed as Json;

test("the contract states the rules of the vendor's pages, and no other", async () => {
  expect(await complaintsAbout(contract)).toEqual([]);
});

test("a change of any rule is noticed, by the facts or by the lint", async () => {
  const changes = changesOf(contract, []);
  const unnoticed: string[] = [];
  for (const { name, document } of changes)
    if ((await complaintsAbout(document)).length === 0) unnoticed.push(name);
  expect(unnoticed).toEqual([]);

  // A kind of rule that was not changed is not guarded.
  expect(changes.map(({ keyword }) => keyword)).toEqual(
    expect.arrayContaining([
      ...["required", "type", "enum", "maxLength", "minLength", "format"],
      ...["const", "additionalProperties", "examples", "value", "security"],
      ...["ApiKeyAndSecret", "scheme", "url", "/customer-portal/link", "tags"],
      ...["post", "200", "default", "application/json", "schema"],
      ...["x-echoes", "x-secrets", "x-own-rules"],
    ]),
  );
});

async function complaintsAbout(document: Json): Promise<string[]> {
  const differences = factDifferences(document);
  if (differences.length > 0) return differences;
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: join(root, "generated", "openapi.json"),
    config,
  });
  return problems.map(({ message }) => message);
}

/** Where the contract's rules and the vendor's pages differ, a line each. */
function factDifferences(document: Json): string[] {
  const { info, ...stated } = withoutProse(document) as Json;
  const { schemas, examples, ...components } = (stated.components ??
    {}) as Json;
  const fields: Json = {};
  for (const name of Object.keys(facts.fields)) {
    const $ref = `#/components/schemas/${name}`;
    fields[name] = fieldsOf((schemas ?? {}) as Json, { $ref });
  }
  const values = Object.entries(facts.examples).map(([name, value]) => [
    name,
    { value },
  ]);
  return [
    ...differences("", { ...stated, components }, facts.document),
    ...differences("fields", fields, facts.fields),
    ...differences("examples", examples, Object.fromEntries(values)),
  ];
}

/** Prose is reviewed as a diff, not repeated in a test. */
function withoutProse(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, text: unknown) =>
    /^(description|summary)$/.test(key) && typeof text === "string"
      ? undefined
      : text,
  );
}

/** Field → its own rules; the fields below it have lines of their own, `!` marks a required one. */
function fieldsOf(schemas: Json, node: Json, field = "", mark = ""): Json {
  const { $ref, ...beside } = node;
  const target = String($ref).split("/").at(-1) ?? "";
  const resolved = { ...($ref ? (schemas[target] as Json) : {}), ...beside };
  const { required = [], properties = {}, items, ...rules } = resolved;
  const fields: Json = { [field + mark]: rules };
  const add = (child: unknown, name: string, mark = "") =>
    Object.assign(fields, fieldsOf(schemas, child as Json, name, mark));
  const nameOf = (key: string) => (field ? `${field}.${key}` : key);
  for (const [key, property] of Object.entries(properties as Json)) {
    const isRequired = (required as string[]).includes(key);
    add(property, nameOf(key), isRequired ? "!" : "");
  }
  if (items) add(items, `${field}[]`);
  if (typeof rules.additionalProperties === "object") {
    add(rules.additionalProperties, nameOf("*"));
    delete rules.additionalProperties;
  }
  return fields;
}

function differences(at: string, stated: unknown, fact: unknown): string[] {
  if (isObject(stated) && isObject(fact))
    return Object.keys({ ...stated, ...fact }).flatMap((key) =>
      differences(`${at}/${key}`, stated[key], fact[key]),
    );
  const [contract, page] = [stated, fact].map((value) => JSON.stringify(value));
  return contract === page
    ? []
    : [`${at}: the contract says ${contract}, the page ${page}`];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Key = string | number;

interface Change {
  name: string;
  /** The last name on the way to the rule. */
  keyword: Key | undefined;
  document: Json;
}

/** Each value below `at`, except prose: once deleted, once bent; a list or an object gains a foreign value. */
function changesOf(value: unknown, at: Key[]): Change[] {
  const isProse = /^(description|summary)$/.test(String(at.at(-1)));
  if (at[0] === "info" || (isProse && typeof value === "string")) return [];
  const change = (how: string, edit: (parent: Json, key: Key) => void) => {
    const document = structuredClone(contract);
    const way = at.slice(0, -1);
    const parent = way.reduce((node, key) => node[key] as Json, document);
    edit(parent, at.at(-1) ?? "");
    const keyword = at.findLast((key) => typeof key === "string");
    return { name: `${at.join("/")} ${how}`, keyword, document };
  };
  const without = change("deleted", (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
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
