import { isLoopback } from "../contract/loopback.js";
import {
  validateErrorResponse,
  validatePortalLinkResponse,
  type PortalLinkRequest,
} from "../contract/generated.js";
import { asRecord } from "../contract/json.js";
import { tryParseJson } from "../contract/json.js";
import { isAboutLink, RULES, STEPS, type Rule } from "./rules.js";
import {
  violationsOf,
  type ContractViolation,
} from "../contract/violations.js";

/** A request of the workflows and what came back. */
export interface Exchange {
  /** The workflow. */
  step: string;
  request: unknown;
  /** The HTTP status. */
  status: number;
  body: string;
  /** When it came, in ms since 1970. */
  at: number;
  /** Criteria of the workflow that Respect found unmet. */
  unmet: readonly string[];
}

export interface Verdict extends Rule {
  verdict: "passed" | "failed" | "warning" | "skipped";
  /** What is wrong, or why it was not checked. It holds no value that came from the provider. */
  message?: string;
}

/** Holds what was exchanged against every rule. */
export function judge(
  exchanges: readonly Exchange[],
  baseUrl: string,
): Verdict[] {
  const findings = new Map<string, string | undefined>();
  for (const exchange of exchanges) {
    const { step, unmet } = exchange;
    const found = new Findings();
    if (isAboutLink(step)) judgeLink(exchange, baseUrl, found);
    else judgeRefusal(exchange, found);
    // Respect judges by itself: where it alone objects, that counts.
    if (!found.isBroken)
      for (const condition of unmet)
        found.check(
          ruleOf(condition),
          false,
          `Respect found unmet: ${condition}`,
        );
    for (const [rule, message] of found.all)
      if (findings.get(rule) === undefined)
        findings.set(rule, message && `${step}: ${message}`);
  }
  // What follows from another fault is no fault of its own.
  for (const [cause, effect] of FOLLOWS)
    if (findings.get(cause) && findings.get(effect)) findings.delete(effect);
  judgeDistinct(exchanges, findings);
  const asked = new Set(exchanges.map(({ step }) => STEPS[step]));
  return RULES.map((rule) => {
    const message = findings.get(rule.id);
    if (message)
      return {
        ...rule,
        verdict: rule.isWarning ? "warning" : "failed",
        message,
      };
    if (findings.has(rule.id)) return { ...rule, verdict: "passed" };
    const why = asked.has(rule.id)
      ? "the answer does not tell"
      : "nothing asked could tell";
    return { ...rule, verdict: "skipped", message: why };
  });
}

/** Where no credentials are needed, wrong ones do no harm; who refuses the simple request refuses the others as well. */
const FOLLOWS = [
  ["auth.required", "auth.checked"],
  ["accepted.noSubscription", "accepted.subscription"],
  ["accepted.noSubscription", "accepted.advancedSettings"],
  ["accepted.subscription", "accepted.advancedSettings"],
] as const;

/** What one answer says about the rules: rule → what is wrong, or nothing. */
class Findings {
  readonly all = new Map<string, string | undefined>();
  isBroken = false;

  /** @returns isKept */
  check(rule: string, isKept: boolean, message: string): boolean {
    if (!isKept) this.isBroken = true;
    if (!this.all.get(rule)) this.all.set(rule, isKept ? undefined : message);
    return isKept;
  }

  /** Without consequence for what else is looked at. */
  warn(rule: string, isKept: boolean, message: string): void {
    if (!this.all.get(rule)) this.all.set(rule, isKept ? undefined : message);
  }
}

function judgeLink(
  { step, request, status, body: text, at }: Exchange,
  baseUrl: string,
  found: Findings,
): void {
  const about = STEPS[step] ?? "";
  const body = tryParseJson(text);
  const { status: claimed, result, error_code } = asRecord(body);
  const isLink = isObject(result) && error_code === undefined && status < 300;
  if (!isLink && (claimed === false || (status > 299 && claimed !== true))) {
    const code = documentedCode(error_code);
    found.check(
      about,
      false,
      `was refused (${code ? `code ${code}, ` : ""}HTTP ${status})`,
    );
    return;
  }
  if (!found.check("answer.json", body !== undefined, "is not JSON")) return;
  const hasEnvelope = claimed !== undefined || result !== undefined;
  const message = "has neither status nor result";
  if (!found.check("answer.envelope", hasEnvelope, message)) return;
  found.check("answer.status", claimed === true, "status must be true");
  if (
    !found.check("answer.result", isObject(result), "result must be an object")
  )
    return;
  found.check(about, true, "");
  judgeResult(
    request as PortalLinkRequest,
    asRecord(result),
    baseUrl,
    at,
    found,
  );
}

function judgeResult(
  request: PortalLinkRequest,
  link: Record<string, unknown>,
  baseUrl: string,
  at: number,
  found: Findings,
): void {
  const violations = violationsOf(validatePortalLinkResponse, {
    status: true,
    result: link,
  });
  const isSound = (field: string) => {
    const bad = violations.find(
      (violation) =>
        violation.field === `result.${field}` && violation.rule !== "maxLength",
    );
    const message = link[field] === "" ? "is empty" : bad?.message;
    return found.check(`result.${field}`, !message, `${field} ${message}`);
  };
  isSound("id");
  isSound("session_id");
  if (isSound("customer_id"))
    found.check(
      "result.ids",
      link.customer_id === request.customer_id,
      "customer_id is not the one sent",
    );
  const isSupplied = request.subscription_id !== undefined;
  const isThere = link.subscription_id !== undefined;
  if (isSupplied !== isThere)
    found.check(
      "result.subscription_id",
      false,
      isThere
        ? "subscription_id is there, and none was supplied"
        : "subscription_id is missing, and one was supplied",
    );
  else if (isSound("subscription_id") && isSupplied)
    found.check(
      "result.ids",
      link.subscription_id === request.subscription_id,
      "subscription_id is not the one sent",
    );
  if (isSound("link_url"))
    found.check(
      "result.link_url.usable",
      isUsable(String(link.link_url), baseUrl),
      "link_url is not https",
    );
  if (isSound("expires_at")) {
    const expires = timeOf(String(link.expires_at));
    const left = (expires ?? NaN) - at;
    if (expires === undefined)
      found.check("result.expires_at", false, "expires_at is no ISO time");
    else
      found.check(
        "result.expires_at.future",
        left > -CLOCK_SKEW_MS && left < YEAR_MS,
        left < 0
          ? "expires_at has passed"
          : "expires_at is more than a year ahead",
      );
  }
  judgeLengths(violations, found);
}

/** Two machines' clocks differ. */
const CLOCK_SKEW_MS = 60_000;
const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

function isUsable(link: string, baseUrl: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, origin } = new URL(link);
  return protocol === "https:" || (isLoopback(origin) && isLoopback(baseUrl));
}

/**
 * RFC 3339 to the letter, where the contract's format leaves the lengths of the months out.
 *
 * @returns ms since 1970, or `undefined` when it is no such time.
 */
function timeOf(text: string): number | undefined {
  const [, date = "", day = "", time = "", seconds = "", zone = ""] =
    /^(\d{4}-\d\d-(\d\d))[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(
      text,
    ) ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March, and knows no leap second.
  if (midnight.getUTCDate() !== Number(day)) return undefined;
  const second = seconds === "60" ? "59" : seconds;
  const ms = Date.parse(`${date}T${time}:${second}${zone.toUpperCase()}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** The same request twice makes two links. */
function judgeDistinct(
  exchanges: readonly Exchange[],
  findings: Map<string, string | undefined>,
): void {
  const [one, other] = ["noSubscription", "again"].map((step) => {
    const exchange = exchanges.find((asked) => asked.step === step);
    return asRecord(asRecord(tryParseJson(exchange?.body ?? "")).result);
  });
  for (const field of ["id", "link_url"]) {
    const [first, second] = [one?.[field], other?.[field]];
    if (typeof first !== "string" || typeof second !== "string" || !first)
      continue;
    if (!findings.get("result.distinct"))
      findings.set(
        "result.distinct",
        first === second
          ? `again: ${field} is that of the link before`
          : undefined,
      );
  }
}

function judgeRefusal(
  { step, status, body: text }: Exchange,
  found: Findings,
): void {
  const about = STEPS[step] ?? "";
  const body = tryParseJson(text);
  const { status: claimed, result, error_code } = asRecord(body);
  const isHttpFailure = status > 299;
  const claimsSuccess = claimed === true && error_code === undefined;
  const looksLikeOne = claimed !== false && isObject(result) && !isHttpFailure;
  if (claimsSuccess || looksLikeOne) {
    found.check(about, false, "was accepted");
    return;
  }
  if (isHttpFailure || claimed === false || error_code !== undefined)
    found.check(about, true, "");
  if (
    !found.check(
      "failure.json",
      isObject(body),
      "the failure is not a JSON object",
    )
  )
    return;
  const violations = violationsOf(validateErrorResponse, body);
  const within = (field: string) =>
    violations.find(
      (violation) =>
        (violation.field === field ||
          violation.field.startsWith(`${field}.`)) &&
        violation.rule !== "maxLength",
    );
  const { error_message } = asRecord(body);
  found.check("failure.status", claimed === false, "status must be false");
  found.check(
    "failure.error_code",
    documentedCode(error_code) !== undefined,
    "error_code must be a string of three digits",
  );
  found.check(
    "failure.error_message",
    typeof error_message === "string" && error_message !== "",
    "error_message must be a string that says something",
  );
  const details = within("error_details");
  found.check(
    "failure.error_details",
    !details,
    // A field of a record may have any name.
    `error_details ${details?.message}`,
  );
  judgeLengths(violations, found);
}

function judgeLengths(
  violations: readonly ContractViolation[],
  found: Findings,
): void {
  const long = violations.find(({ rule }) => rule === "maxLength");
  // What is wrong besides is told by its own rule.
  const isLong = long && !found.isBroken;
  found.warn("lengths", !isLong, `${long?.field} ${long?.message}`);
}

/** A code of the documented form; another one may be a secret, or anything. */
export function documentedCode(code: unknown): string | undefined {
  return typeof code === "string" && /^\d{3}$/.test(code) ? code : undefined;
}

function ruleOf(condition: string): string {
  if (condition.includes("http://")) return "result.link_url.usable";
  if (condition.includes("!@.result.subscription_id"))
    return "result.subscription_id";
  if (condition.includes("$request.body")) return "result.ids";
  return condition.includes("status") ? "failure.status" : "failure.error_code";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
