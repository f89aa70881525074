// @ts-nocheck
import type { ContractDocument } from "./document.js";
import { DOCUMENT, EXAMPLES, FIELDS } from "./page-facts.js";
import { schemaFields, type Schema } from "./schema-fields.js";

/** Where the contract's rules and the vendor's pages differ, a line each. */
export function factDifferences(document: ContractDocument): string[] {
  const rules = withoutProse(document);
  const { info, ...stated } = rules;
  const { schemas, examples, ...components } = stated.components ?? {};
  return [
    ...differences("", { ...stated, components }, DOCUMENT),
    ...differences(
      "fields",
      Object.fromEntries(
        Object.keys(FIELDS).map((schema) => [schema, fieldsOf(schema, rules)]),
      ),
      FIELDS,
    ),
    ...differences(
      "examples",
      examples,
      Object.fromEntries(
        Object.entries(EXAMPLES).map(([name, value]) => [name, { value }]),
      ),
    ),
  ];
}

/** Prose is reviewed as a diff, not repeated in a test. */
function withoutProse(document: ContractDocument): ContractDocument {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    /^(description|summary)$/.test(key) && typeof value === "string"
      ? undefined
      : value,
  ) as ContractDocument;
}

function fieldsOf(name: string, document: ContractDocument) {
  const $ref = `#/components/schemas/${name}`;
  return Object.fromEntries(
    schemaFields({ $ref }, document).map(({ field, required, schema }) => [
      required ? `${field}!` : field,
      ownRules(schema),
    ]),
  );
}

/** What the schema says of the field itself; the fields below it have lines of their own. */
function ownRules({ required, properties, items, ...rules }: Schema) {
  if (typeof rules.additionalProperties === "object")
    delete rules.additionalProperties;
  return rules;
}

function differences(at: string, stated: unknown, fact: unknown): string[] {
  if (isObject(stated) && isObject(fact))
    return [...new Set([...Object.keys(stated), ...Object.keys(fact)])].flatMap(
      (key) => differences(`${at}/${key}`, stated[key], fact[key]),
    );
  const [contract, page] = [stated, fact].map((value) => JSON.stringify(value));
  return contract === page
    ? []
    : [`${at}: the contract says ${contract}, the page ${page}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
