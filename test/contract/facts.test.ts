// The vendor's pages, typed in once more, beside the contract: each rule on both sides, and no other.
import { expect, test } from "vitest";
import { contract, facts, type Json } from "./contract.js";

/** Prose is reviewed as a diff, not repeated in a test. */
const withoutProse = JSON.parse(JSON.stringify(contract), (key, value) =>
  /^(description|summary)$/.test(key) && typeof value === "string"
    ? undefined
    : (value as unknown),
) as typeof contract;
const { info, components, ...stated } = withoutProse;
const { schemas, examples, ...others } = components as Record<string, Json>;

test("the document says what the pages say, and no more", () => {
  expect({ ...stated, components: others }).toEqual(facts.document);
});

test.for(Object.keys(facts.fields))("%s has the pages' rules", (name) => {
  const $ref = `#/components/schemas/${name}`;
  expect(fieldsOf({ $ref })).toEqual(facts.fields[name]);
});

test("the examples are the pages'", () => {
  const values = Object.entries(examples ?? {}).map(([name, example]) => [
    name,
    (example as Json).value,
  ]);
  expect(Object.fromEntries(values)).toEqual(facts.examples);
});

/** Field → its own rules; the fields below it have lines of their own, `!` marks a required one. */
function fieldsOf(node: Json, field = "", mark = ""): Json {
  const { $ref, ...beside } = node;
  const target = String($ref).split("/").at(-1) ?? "";
  const resolved = { ...($ref ? (schemas?.[target] as Json) : {}), ...beside };
  const { required = [], properties = {}, items, ...rules } = resolved;
  const fields: Json = { [field + mark]: rules };
  const add = (child: unknown, name: string, mark = "") =>
    Object.assign(fields, fieldsOf(child as Json, name, mark));
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
