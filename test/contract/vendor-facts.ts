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
  SUMMARIES,
  type FieldFact,
} from "./page-facts.js";
import { follow, schemaFields, type Schema } from "./schema-fields.js";

/** Where the contract and the vendor's pages differ, a sentence each. None, when it states what they state and no more. */
export function pageSlips(document: ContractDocument): string[] {
  const { post, ...otherMethods } =
    document.paths["/customer-portal/link"] ?? {};
  if (!post) return ["POST /customer-portal/link is not in the contract"];
  const responses = post.responses;
  const failures = ["default"].map((status) =>
    json(responses[status], document),
  );
  return [
    ...differs("paths", Object.keys(document.paths), ["/customer-portal/link"]),
    ...differs("methods besides post", Object.keys(otherMethods), []),
    ...differs("responses", Object.keys(responses), ["200", "default"]),
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
    ...unknownKeys(document),
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
  return [
    ...Object.entries(DOCUMENT).flatMap(([place, expected]) =>
      differs(place, at(place, document), expected),
    ),
    ...Object.entries(DESCRIPTIONS).flatMap(([place, phrases]) =>
      unsaid(
        place,
        (at(place, document) as Schema | undefined)?.description,
        phrases,
      ),
    ),
  ];
}

/** Place → the keys that the contract may have there. */
const KEYS: Record<string, string[]> = {
  "": ["openapi", "info", "servers", "security", "paths", "components"],
  info: ["title", "version", "summary", "description", "license"],
  "servers.0": ["url", "description"],
  components: ["securitySchemes", "schemas", "examples", "responses"],
  "components.securitySchemes": ["ApiKeyAndSecret"],
  "components.securitySchemes.ApiKeyAndSecret": [
    "type",
    "scheme",
    "description",
  ],
  "components.responses": ["Failure", "PortalLinkCreated"],
  operation: [
    "operationId",
    "summary",
    "description",
    "requestBody",
    "responses",
    "x-echoes",
    "x-secrets",
    "x-unique",
    "x-expires",
    "x-own-rules",
  ],
  "operation.requestBody": ["required", "content"],
  "operation.requestBody.content.application/json": ["schema", "examples"],
  ...Object.fromEntries(
    ["200", "default"].flatMap((status) => [
      [`operation.responses.${status}`, ["description", "content"]],
      [
        `operation.responses.${status}.content.application/json`,
        ["schema", "examples"],
      ],
    ]),
  ),
};

function unknownKeys(document: ContractDocument): string[] {
  return [
    ...Object.entries(KEYS).flatMap(([place, keys]) =>
      differs(
        `keys of ${place || "the document"}`,
        Object.keys(at(place, document) as object).sort(),
        [...keys].sort(),
      ),
    ),
    ...siblingsOfRefs(document, "#"),
  ];
}

/** What stands beside a $ref would be a rule that nobody looks for. */
function siblingsOfRefs(node: unknown, place: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  const keys = Object.keys(node);
  const own =
    "$ref" in node && keys.length > 1
      ? [`${place}: ${keys.join(", ")} beside each other`]
      : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, child]) =>
      siblingsOfRefs(child, `${place}/${key}`),
    ),
  ];
}

/** What stands at a dotted place; `""` is the document itself, `operation` the one operation. */
function at(place: string, document: ContractDocument): unknown {
  const operation = document.paths["/customer-portal/link"]?.post;
  return place
    .split(".")
    .reduce<unknown>(
      (node, key) =>
        follow((node as Record<string, unknown> | undefined)?.[key], document),
      { "": document, ...document, operation },
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
      ...differs(`summary of example ${name}`, summary, SUMMARIES[name]),
    ]),
  ];
}

function differs(place: string, stated: unknown, expected: unknown): string[] {
  if (isDeepStrictEqual(stated, expected)) return [];
  return [
    `${place}: the contract says ${JSON.stringify(stated)}, the page ${JSON.stringify(expected)}`,
  ];
}

/** The phrases are all that a description says: what is left between them must be no word. */
function unsaid(
  place: string,
  description: string = "",
  phrases: string[],
): string[] {
  const missing = phrases.filter((phrase) => !description.includes(phrase));
  const rest = phrases
    .reduce((left, phrase) => left.replace(phrase, "\0"), description)
    .split("\0")
    .map((part) => part.trim())
    .filter((part) => /\w/.test(part));
  return [
    ...missing.map(
      (phrase) => `${place}: the description does not say "${phrase}"`,
    ),
    ...rest.map(
      (part) =>
        `${place}: the description says "${part}", which is in no fact of the page`,
    ),
  ];
}
