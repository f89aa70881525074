import { isDeepStrictEqual } from "node:util";
import type { ContractDocument, MediaType } from "./document.js";
import {
  DESCRIPTIONS,
  DOCUMENT,
  EXAMPLES,
  FAILURE,
  REQUEST,
  RESPONSE,
  SCENARIOS,
  type FieldFact,
} from "./page-facts.js";
import { follow, schemaFields, type Schema } from "./schema-fields.js";

/** Where the contract and the vendor's pages differ, a sentence each. None, when it states what they state and no more. */
export function pageSlips(document: ContractDocument): string[] {
  const { post, ...otherMethods } =
    document.paths["/customer-portal/link"] ?? {};
  if (!post) return ["POST /customer-portal/link is not in the contract"];
  const responses = post.responses;
  const failures = ["4XX", "default"].map((status) =>
    json(responses[status], document),
  );
  return [
    ...differs("paths", Object.keys(document.paths), ["/customer-portal/link"]),
    ...differs("methods besides post", Object.keys(otherMethods), []),
    ...differs("responses", Object.keys(responses), ["200", "4XX", "default"]),
    ...message("request", json(post.requestBody, document), {
      schema: "PortalLinkRequest",
      facts: REQUEST,
      scenarios: SCENARIOS.request,
      document,
    }),
    ...message("success", json(responses["200"], document), {
      schema: "PortalLinkResponse",
      facts: RESPONSE,
      scenarios: SCENARIOS.success,
      document,
    }),
    ...failures.flatMap((failure) =>
      message("failure", failure, {
        schema: "ErrorResponse",
        facts: FAILURE,
        scenarios: SCENARIOS.failure,
        document,
      }),
    ),
    ...surroundings(document),
    ...examples(document),
  ];
}

function json(
  body: { content?: Record<string, MediaType> } | undefined,
  document: ContractDocument,
): MediaType | undefined {
  const { content = {} } = follow(body, document) ?? {};
  const types = Object.keys(content);
  return types.length === 1 ? content["application/json"] : undefined;
}

function message(
  name: string,
  mediaType: MediaType | undefined,
  expected: {
    schema: string;
    facts: FieldFact[];
    scenarios: string[];
    document: ContractDocument;
  },
): string[] {
  if (!mediaType?.schema) return [`${name} is not just application/json`];
  const { schema, facts, scenarios, document } = expected;
  const fields = schemaFields(mediaType.schema, document);
  const known = new Map(facts.map((fact) => [fact.field, fact]));
  return [
    ...differs(`${name} schema`, mediaType.schema, {
      $ref: `#/components/schemas/${schema}`,
    }),
    ...differs(
      `${name} examples`,
      Object.entries(mediaType.examples ?? {}),
      scenarios.map((scenario) => [
        scenario,
        { $ref: `#/components/examples/${schema}.${scenario}` },
      ]),
    ),
    ...differs(
      `${name} fields`,
      fields.map(({ field }) => field),
      facts.map(({ field }) => field),
    ),
    ...fields.flatMap(({ field, required, schema: stated }) => {
      const fact = known.get(field);
      if (!fact) return [];
      const place = `${name} ${field}`;
      return [
        ...differs(`${place} required`, required, fact.required ?? false),
        ...differs(`${place} rules`, ownRules(stated), fact.rules),
        ...unsaid(place, stated.description, fact.says),
      ];
    }),
  ];
}

/** What the schema states of the field itself; its description and its fields are compared on their own. */
function ownRules(schema: Schema): Record<string, unknown> {
  const { description, required, properties, items, ...rules } = schema;
  if (typeof rules.additionalProperties === "object")
    delete rules.additionalProperties;
  return rules;
}

function surroundings(document: ContractDocument): string[] {
  const places = { ...document, operation: operation(document) };
  return [
    ...Object.entries(DOCUMENT).flatMap(([place, expected]) =>
      differs(place, at(places, place, document), expected),
    ),
    ...Object.entries(DESCRIPTIONS).flatMap(([place, phrases]) =>
      unsaid(
        place,
        (at(places, place, document) as Schema | undefined)?.description,
        phrases,
      ),
    ),
  ];
}

function operation(document: ContractDocument) {
  return document.paths["/customer-portal/link"]?.post;
}

function at(root: unknown, place: string, document: ContractDocument): unknown {
  return place
    .split(".")
    .reduce(
      (node, key) =>
        follow((node as Record<string, unknown> | undefined)?.[key], document),
      root,
    );
}

function examples(document: ContractDocument): string[] {
  const stated = Object.entries(document.components.examples);
  return [
    ...differs(
      "examples",
      stated.map(([name]) => name).sort(),
      Object.keys(EXAMPLES).sort(),
    ),
    ...stated.flatMap(([name, { value, summary }]) => [
      ...differs(`example ${name}`, value, EXAMPLES[name]),
      ...(summary ? [] : [`example ${name} has no summary`]),
    ]),
  ];
}

function differs(place: string, stated: unknown, expected: unknown): string[] {
  if (isDeepStrictEqual(stated, expected)) return [];
  return [
    `${place}: the contract says ${JSON.stringify(stated)}, the page ${JSON.stringify(expected)}`,
  ];
}

function unsaid(
  place: string,
  description: string | undefined,
  phrases: string[],
): string[] {
  return phrases
    .filter((phrase) => !description?.includes(phrase))
    .map((phrase) => `${place}: the description does not say "${phrase}"`);
}
