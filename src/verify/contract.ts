import { createRequire } from "node:module";
import {
  failures,
  operations,
  type FieldPath,
  type Operation,
  type Validator,
} from "../contract/generated.js";
import { asRecord } from "../contract/json.js";

/** A schema of the contract, as far as it uses JSON Schema. */
export interface Schema {
  type?: string | string[];
  description?: string;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  [keyword: string]: unknown;
}

/** What verify reads in the contract's document of one operation, references followed. */
export interface Contract {
  operation: Operation;
  validateFailure: Validator;
  mediaType: string;
  request: Schema;
  success: Schema;
  failure: Schema;
  /** The request's examples: name → example. */
  examples: Record<string, { summary: string; value: unknown }>;
  /** The contract's sentences about each. */
  sentences: { request: string; success: string; authentication: string };
  /** Our own rules, as `["request", "settings", "redirect_url", "format"]`, dotted. */
  ownRules: ReadonlySet<string>;
  /** The fields of a success that no other success has the value of. */
  unique: readonly FieldPath[];
  /** The fields of a success that say when it expires. */
  expiries: readonly FieldPath[];
}

interface Message {
  description?: string;
  content: Record<string, { schema: Schema; examples?: Contract["examples"] }>;
}
interface OperationObject {
  requestBody: Message;
  responses: Record<string, Message>;
  "x-own-rules"?: Record<string, string>;
  "x-unique"?: string[];
  "x-expires"?: string[];
}

/** @param document The contract; by its own name, because this file lies at another depth in the package. */
export function readContract(
  document: unknown = createRequire(import.meta.url)(
    "kwik-portal-link/openapi.json",
  ),
  operation: Operation = operations.createPortalLink,
  validateFailure: Validator = failures.createPortalLink,
): Contract {
  const place = ["paths", operation.path, operation.method.toLowerCase()];
  const read = inline(at(document, place), document) as OperationObject;
  const { requestBody, responses } = read;
  const success = responses[operation.status] as Message;
  const [mediaType = ""] = Object.keys(success.content);
  const media = ({ content }: Message) => content[mediaType]!;
  const [scheme] = Object.values(
    at(document, ["components", "securitySchemes"]) as Record<string, Schema>,
  );
  return {
    operation,
    validateFailure,
    mediaType,
    request: media(requestBody).schema,
    success: media(success).schema,
    failure: media(responses.default as Message).schema,
    examples: media(requestBody).examples ?? {},
    sentences: {
      request: firstParagraph(media(requestBody).schema),
      success: firstParagraph(success),
      authentication: firstParagraph(scheme),
    },
    ownRules: new Set(
      Object.entries(read["x-own-rules"] ?? {}).map(([expression, keyword]) => {
        const [, side = ""] = /^\$(\w+)/.exec(expression) ?? [];
        return [side, ...fieldPath(expression), keyword].join(".");
      }),
    ),
    unique: (read["x-unique"] ?? []).map(fieldPath),
    expiries: (read["x-expires"] ?? []).map(fieldPath),
  };
}

/** The first paragraph of a description, on one line. */
export function firstParagraph({
  description = "",
}: { description?: string | undefined } = {}): string {
  return (description.split("\n\n")[0] ?? "").replace(/\s+/g, " ").trim();
}

/** `$response.body#/result/link_url` → `["result", "link_url"]` */
function fieldPath(expression: string): FieldPath {
  return expression.split("/").slice(1);
}

function at(document: unknown, place: readonly string[]): unknown {
  return place.reduce((node, key) => asRecord(node)[key], document);
}

/** Puts what a reference leads to in its place. */
function inline(node: unknown, document: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => inline(one, document));
  const { $ref, ...rest } = node as { $ref?: unknown };
  const target =
    typeof $ref === "string"
      ? inline(at(document, $ref.split("/").slice(1)), document)
      : {};
  const own = Object.entries(rest).map(([key, value]) => [
    key,
    inline(value, document),
  ]);
  return { ...(target as object), ...Object.fromEntries(own) };
}
