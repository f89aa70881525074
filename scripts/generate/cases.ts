import type { ErrorObject, ValidateFunction } from "ajv";
import { BREAKING_VALUES } from "./breaking-values.js";
import { ContractError, follow, type Contract } from "./contract.js";
import { echoesOf, requiredTexts, resultField } from "./contract-module.js";
import {
  fieldOf,
  sampleOf,
  schemaRules,
  type SchemaRule,
} from "./schema-rules.js";

type Fields = Record<string, unknown> | undefined;

const WRONG_CREDENTIALS = [
  ["required", "none", "no credentials"],
  ["checked", "wrong key", "a wrong API key"],
  ["checked", "wrong secret", "a wrong API secret"],
  ["checked", "malformed", "a malformed Authorization header"],
];

/**
 * Requests and what a provider does with each, and the rules of its responses: docs/contract-tests.md explains each field.
 *
 * @param validate Judges a request.
 */
export function casesOf(contract: Contract, validate: ValidateFunction) {
  const { request, response, failure } = contract;
  const body = sampleOf(request.schema);
  const whole = (keyword: string, source?: string) =>
    ruleOf("response", { path: [], keyword, schema: {} }, source);
  return {
    accepted: [
      ...Object.entries(request.examples).map(([title, example]) => ({
        ...claim(`accepted.${title}`, example.summary),
        title,
        body: example.value,
      })),
      ...everyValue(contract, validate),
    ],
    refused: [
      { ...claim("request.body"), title: "no body", text: "" },
      ...brokenRequests(contract, validate),
      ...WRONG_CREDENTIALS.map(([rule, credentials, title]) => ({
        ...claim(`auth.${rule}`, "", "vendor"),
        title,
        body,
        credentials,
      })),
    ],
    rules: [
      whole("json"),
      whole("mediaType"),
      whole("httpStatus", "ours"),
      ...schemaRules(response.schema).map((rule) => ruleOf("response", rule)),
      ...schemaRules(failure.schema).map((rule) =>
        ruleOf("failure", rule, "vendor"),
      ),
      ...relations(contract),
    ],
  };
}

function claim(id: string, says = "", source = "page") {
  return { id, says, source };
}

function claimOf(side: string, rule: SchemaRule, source?: string) {
  const parts = [side, fieldOf(rule.path), rule.keyword];
  return claim(parts.filter(Boolean).join("."), saysOf(rule), source);
}

function ruleOf(side: string, rule: SchemaRule, source?: string) {
  const { path, keyword } = rule;
  return { ...claimOf(side, rule, source), side, path, keyword };
}

/** Each value of an enumeration, true and false that no example has. */
function everyValue({ request }: Contract, validate: ValidateFunction) {
  const examples = Object.values(request.examples);
  return schemaRules(request.schema).flatMap((rule) => {
    const { path, keyword, schema, messageWith } = rule;
    const isBoolean = keyword === "type" && schema.type === "boolean";
    if (!isBoolean && keyword !== "enum") return [];
    const keys = path.filter((step) => step !== "[]");
    const seen = examples.flatMap(({ value }) =>
      keys.reduce((node, key) => (node as Fields)?.[key], value),
    );
    return (schema.enum ?? [true, false])
      .filter((value) => !seen.includes(value))
      .map((value) => ({
        ...claim("accepted.everyValue"),
        title: `${fieldOf(path)} ${JSON.stringify(value)}`,
        body: messageWith(value),
      }))
      .filter(({ body }) => validate(body));
  });
}

/** Each rule of the request, broken in each way there is, and alone. */
function brokenRequests(contract: Contract, validate: ValidateFunction) {
  const own = ownRuleIds(contract);
  return schemaRules(contract.request.schema).flatMap((rule) => {
    const { keyword, schema, messageWith } = rule;
    const claimed = claimOf("request", rule);
    const isOwn = own.includes(claimed.id);
    const values = BREAKING_VALUES[keyword]!(schema, sampleOf(schema));
    const cases = [...new Set(values)]
      .map((value) => ({
        ...claimed,
        ...(isOwn && { source: "ours", isWarning: true }),
        title: titleOf(rule, value),
        body: messageWith(value),
      }))
      .filter(({ body }) => {
        validate(body);
        return breaksAlone(rule, validate.errors ?? []);
      });
    if (cases.length === 0)
      console.warn(`No case for ${claimed.id}: no value breaks it alone.`);
    return cases;
  });
}

/** @throws {ContractError} a rule of `x-own-rules` that the schema does not state. */
function ownRuleIds(contract: Contract): string[] {
  const rules = Object.entries(contract.operation["x-own-rules"] ?? {});
  return rules.map(([expression, keyword]) => {
    const found = follow(contract, "x-own-rules", expression);
    if (Object.hasOwn(found.schema, keyword))
      return claimOf(found.side, { ...found, keyword }).id;
    throw new ContractError(
      `${found.place} has no keyword \`${keyword}\`: name one that the schema states there, such as ${Object.keys(found.schema).join(", ")}.`,
    );
  });
}

/** Another keyword of the same field may break with it: a number is in no enum of strings. */
function breaksAlone({ keyword }: SchemaRule, errors: ErrorObject[]): boolean {
  const places = new Set(errors.map(({ instancePath }) => instancePath));
  return places.size === 1 && errors.some((error) => error.keyword === keyword);
}

function titleOf({ path, keyword }: SchemaRule, value: unknown): string {
  const field = fieldOf(path) || "the body";
  if (keyword === "required") return `no ${field}`;
  if (keyword === "additionalProperties") return `an unknown field in ${field}`;
  return `${field} ${JSON.stringify(value)}`;
}

/** What a schema cannot say of a success; verify judges each by its name. */
function relations(contract: Contract) {
  const rule = (name: string, keyword: string, source = "ours") =>
    ruleOf("response", { ...resultField(contract, name), keyword }, source);
  const echoes = Object.entries(echoesOf(contract));
  return [
    ...echoes.map(([to, from]) => ({
      ...rule(to, "matchesRequest", "page"),
      id: `echo.${from}`,
    })),
    rule("link_url", "usableLink"),
    rule("expires_at", "future"),
    { ...rule("expires_at", "withinYear"), isWarning: true },
    rule("id", "unique"),
    rule("link_url", "unique"),
    ...requiredTexts(contract).map((name) => rule(name, "blank")),
  ];
}

/** Keyword → what a sentence that states it has in it. */
const STATES: Record<string, RegExp> = {
  additionalProperties: /\bunknown fields?\b/i,
  const: /^Always `/,
  enum: /- `/,
  format: /\b(URI|URL|ISO 8601|UUID)\b/,
  matchesRequest: /\bthe request\b/,
  maxLength: /\bcharacters?\b/i,
  minLength: /\b(empty|characters?)\b/i,
  unique: /\bunique\b/i,
};

/** The sentence of a description that states a rule; empty where none does. */
function saysOf({ keyword, schema: { description = "" } }: SchemaRule): string {
  const text = description.replace(/\s+/g, " ").trim();
  const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z`])/);
  return sentences.find((sentence) => STATES[keyword]?.test(sentence)) ?? "";
}
