import { contractCases } from "../contract/generated.js";
import { validatePortalLinkRequest } from "../contract/generated.js";
import type { LinkRules } from "../contract/judge.js";
import { asRecord, tryParseJson } from "../contract/values.js";
import { violationsOf } from "../contract/violations.js";

/** A row of cases.json: docs/contract-tests.md says what each field means. Rows with one id are one rule. */
export interface Rule {
  id: string;
  says: string;
  source: "page" | "vendor" | "ours";
  isWarning?: boolean;
  title?: string;
  body?: unknown;
  text?: string;
  credentials?: "none" | "wrong key" | "wrong secret" | "malformed";
  side?: "response" | "failure";
  path?: string[];
  keyword?: string;
}

/** One request that verify sends. */
export interface Probe {
  /** The rule that it decides. */
  id: string;
  title: string;
  isValid: boolean;
  credentials: "right" | NonNullable<Rule["credentials"]>;
  /** As sent; empty for no body. */
  text: string;
  body: unknown;
}

export interface VerifyOptions extends LinkRules {
  /** Whose ids are sent. Without a subscription, what needs one is skipped. */
  account: Partial<Record<"customer_id" | "subscription_id", string>>;
  apiKey: string;
  apiSecret: string;
  /** Added to each request, as a gateway asks for it. @default none */
  headers?: readonly (readonly [name: string, value: string])[];
  /** The ids of rules that may be broken. @default none */
  allowed?: readonly string[];
  /** Warnings count as failures. @default false */
  isStrict?: boolean;
  onProgress?: (line: string) => void;
  signal?: AbortSignal;
  fetch?: (request: Request) => Promise<Response>;
  /** How long a response may take. @default 30_000 */
  timeoutMs?: number;
}

const cases = contractCases as unknown as Record<string, Rule[]>;
const { accepted = [], refused = [], rules = [] } = cases;
const denied = refused.filter(({ credentials }) => credentials);
const broken = refused.filter(({ credentials }) => !credentials);
const rows = [...accepted, ...denied, ...broken, ...rules];

/** In the order in which reports list them. */
export const allRules: readonly Rule[] = rows.filter(
  ({ id }, index) => rows.findIndex((row) => row.id === id) === index,
);

export function groupOf({ id, path = [] }: Rule): string {
  if (id.startsWith("accepted.")) return "accepts";
  if (id.startsWith("auth.")) return "credentials";
  if (id.startsWith("request.")) return "refuses";
  return path[0] === "result" ? "links" : "answers";
}

/** Keyword → what it asks of a response. */
const MUST: Record<string, string> = {
  required: "must be there",
  type: "must be of the contract's type",
  const: "must have the contract's value",
  maxLength: "must not be longer than the contract allows",
  format: "must have the contract's format",
  blank: "must not be blank",
  matchesRequest: "must be as in the request",
  usableLink: "must be an absolute https URL",
  unique: "must be a new one each time",
  future: "must lie ahead",
  withinYear: "must lie less than a year ahead",
  json: "must be JSON",
  mediaType: "must be declared as JSON",
  httpStatus: "must have a 2xx status for a success",
};

/** What a provider has to do, in a sentence. */
export function mustOf({ id, side, keyword, ...rule }: Rule): string {
  if (side)
    return `${subjectOf({ side, ...rule })} ${MUST[keyword ?? ""] ?? `must keep ${keyword}`}.`;
  const verb = id.startsWith("accepted.") ? "accepted" : "refused";
  const own = rows.filter((row) => row.id === id);
  return `Must be ${verb}: ${own.map(({ title }) => title).join("; ")}.`;
}

/** A field in a sentence: by the contract's name for it, because the fields of a map may have any. */
export function subjectOf({ side, path = [] }: Pick<Rule, "side" | "path">) {
  const field = path.join(".").replaceAll(".[]", "[]");
  if (side === "failure") return field ? `In a failure, ${field}` : "A failure";
  return field || "A response";
}

/** Whether it is about a subscription, which the account may lack. */
export function needsSubscription({ body, path = [] }: Rule): boolean {
  const { subscription_id } = asRecord(body);
  return isId(subscription_id) || path.includes("subscription_id");
}

/**
 * What is sent, in this order. Wrong credentials come last, because a provider may lock the account for them and then refuse
 * everything. The first request is repeated just before: accepted again, it shows that what was refused was refused for what it was.
 */
export function planOf(options: VerifyOptions): Probe[] {
  const valid = accepted.flatMap((row) => probeOf(row, true, options));
  const again = { title: `${valid[0]?.title} again` };
  return [
    ...valid,
    ...broken.flatMap((row) => probeOf(row, false, options)),
    ...valid.slice(0, 1).map((first) => ({ ...first, ...again })),
    ...denied.flatMap((row) => probeOf(row, false, options)),
  ];
}

/** Nothing, when it needs an id that is not given. */
function probeOf(row: Rule, isValid: boolean, options: VerifyOptions): Probe[] {
  const { id, title = id, credentials = "right" } = row;
  const keepsContract = (json: string) =>
    violationsOf(validatePortalLinkRequest, tryParseJson(json)).length === 0;
  if (needsSubscription(row) && !options.account.subscription_id) return [];
  let text = row.text ?? withIds(row.body, options.account);
  if (isValid && !keepsContract(text)) return [];
  // Without its other ids it may break nothing any more.
  if (!isValid && credentials === "right" && keepsContract(text))
    text = withIds(row.body, options.account, true);
  const body = tryParseJson(text);
  return [{ id, title, isValid, credentials, text, body }];
}

/** The ids of an example are nobody's: these are the account's, and the others are left out. */
function withIds(
  body: unknown,
  ids: Record<string, string>,
  keepsOthers = false,
): string {
  return JSON.stringify(body, (name, value: unknown) => {
    if (isId(value)) return ids[name] ?? (keepsOthers ? value : undefined);
    if (!Array.isArray(value) || keepsOthers) return value;
    const kept = value.filter((item) => !isId(item)) as unknown[];
    return kept.length > 0 ? kept : undefined;
  });
}

/** As `pro_abc123` is one. */
function isId(value: unknown): boolean {
  return typeof value === "string" && /^[a-z]+_\w*\d\w*$/.test(value);
}
