import type { Operation } from "../contract/generated.js";
import { breakRule } from "./break-rule.js";
import { firstParagraph, type Contract, type Schema } from "./contract.js";
import { fieldOf, sampleOf, schemaRules } from "./schema-rules.js";

export type Side = "request" | "response" | "failure";

/** One thing that a provider has to do. */
export interface Rule {
  /** Stable, as in `request.settings.cancel_type.enum`. */
  id: string;
  /** What a provider has to do, in a sentence. */
  must: string;
  /** The contract's own sentence about it. */
  says: string;
  /** Where it comes from: the vendor's page of the endpoint, the vendor's other pages, or this contract alone. */
  source: "page" | "vendor" | "ours";
  /** The vendor never documented it, and a provider that breaks it still works. */
  isWarning?: true;
  /** The field that it is about. */
  on?: { side: Side; path: readonly string[]; keyword: string };
}

/** Every rule, in the order in which they are told; found by walking the contract. */
export function rulesOf(contract: Contract): Rule[] {
  const { sentences, mediaType, operation, examples } = contract;
  const rule = (
    id: string,
    must: string,
    says: string,
    source: Rule["source"] = "page",
  ): Rule => ({ id, must, says, source });
  const authentication = (id: string, what: string) =>
    rule(
      id,
      `A request ${what} must be refused.`,
      sentences.authentication,
      "vendor",
    );
  const rules = [
    ...Object.entries(examples).map(([name, { summary }]) =>
      rule(
        `accepted.${name}`,
        `The example ${name} must be accepted.`,
        summary,
      ),
    ),
    rule("accepted.everyValue", EVERY_VALUE, sentences.request),
    authentication("auth.required", "without credentials"),
    authentication("auth.checked", "with wrong credentials"),
    rule(
      "request.body",
      "A request without a body must be refused.",
      sentences.request,
    ),
    ...requestRules(contract.request),
    rule("response.json", "A response must be JSON.", sentences.success),
    rule(
      "response.mediaType",
      `A response must be declared as ${mediaType}.`,
      sentences.success,
    ),
    rule(
      "response.httpStatus",
      "A success must come under an HTTP status of success.",
      sentences.success,
      "ours",
    ),
    ...responseRules("response", contract.success, operation.success),
    ...responseRules("failure", contract.failure, contract.validateFailure),
    ...relations(contract),
  ];
  return rules.map((one) =>
    contract.ownRules.has(one.id)
      ? { ...one, source: "ours", isWarning: true }
      : one,
  );
}

export const EVERY_VALUE =
  "Each value of an enumeration, true and false must be accepted.";

function requestRules(request: Schema): Rule[] {
  return schemaRules(request).map(({ path, keyword, schema }) => {
    const whole = fieldOf(path) || "the body";
    const broken: Record<string, string> = {
      required: `without ${whole}`,
      additionalProperties: `with an unknown field in ${whole}`,
      type: `in which ${whole} is not of type ${[schema.type].flat().join(" or ")}`,
      enum: `in which ${whole} is not ${schema.enum?.join(" or ")}`,
      const: `in which ${whole} is not ${String(schema.const)}`,
      format: `in which ${whole} is no valid ${String(schema.format)}`,
    };
    const stated = `${keyword} ${String(schema[keyword])}`;
    const how = broken[keyword] ?? `in which ${whole} breaks ${stated}`;
    return {
      id: idOf("request", path, keyword),
      must: `A request ${how} must be refused.`,
      says: firstParagraph(schema),
      source: "page",
      on: { side: "request", path, keyword },
    };
  });
}

function responseRules(
  side: Side,
  root: Schema,
  validate: Operation["success"],
): Rule[] {
  return schemaRules(root).map((rule) => {
    const { path, keyword, schema } = rule;
    const [broken] = breakRule(rule, root, sampleOf(root), validate);
    const must = keyword === "required" ? "must be there" : broken?.message;
    return {
      id: idOf(side, path, keyword),
      must: `${subjectOf(side, fieldOf(path))} ${must ?? `must keep ${keyword}`}.`,
      says: firstParagraph(schema),
      source: side === "failure" ? "vendor" : "page",
      on: { side, path, keyword },
    };
  });
}

/** Of a sentence about a field of a response. */
export function subjectOf(side: Side, field: string): string {
  if (side === "failure") return field ? `In a failure, ${field}` : "A failure";
  return field || "A success";
}

/** What a schema cannot say of a success. */
function relations({ success, ...contract }: Contract): Rule[] {
  const { operation, expiries, unique } = contract;
  const ours = (path: readonly string[], keyword: string, must: string) => ({
    id: idOf("response", path, keyword),
    must: `${path.join(".")} ${must}.`,
    says: firstParagraph(schemaAt(success, path)),
    source: "ours" as const,
    on: { side: "response" as const, path, keyword },
  });
  return [
    ...operation.echoes.map(({ response, request }) => ({
      ...ours(
        response,
        "matchesRequest",
        "must be as in the request, and absent when the request has none",
      ),
      id: `echo.${request.join(".")}`,
      source: "page" as const,
    })),
    ...operation.links.map((path) =>
      ours(
        path,
        "usableLink",
        "must be an absolute https URL; http, where the provider is on loopback",
      ),
    ),
    ...expiries.flatMap((path) => [
      ours(path, "future", "must not have passed"),
      {
        ...ours(path, "withinYear", "should be within a year"),
        isWarning: true as const,
      },
    ]),
    ...unique.map((path) =>
      ours(path, "unique", "must differ from request to request"),
    ),
  ];
}

export function idOf(
  side: Side,
  path: readonly string[],
  keyword: string,
): string {
  return [side, fieldOf(path), keyword].filter(Boolean).join(".");
}

function schemaAt(schema: Schema, path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (place, name) => place?.properties?.[name],
    schema,
  );
}
