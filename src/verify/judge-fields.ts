import { successViolations, type LinkRules } from "../contract/judge.js";
import { asRecord } from "../contract/values.js";
import type { ContractViolation } from "../contract/violations.js";
import { allRules, subjectOf, type Probe, type Rule } from "./cases.js";
import type { ProviderResponse } from "./send.js";

/** What one response shows of a rule: that it is kept, when it says nothing else. It holds no word of the provider's. */
export interface Observation {
  id: string;
  /** How it is broken, if it is: a sentence, the same for all rules that one fault breaks. */
  cause?: string;
  /** Why it shows nothing. */
  why?: string;
}

const A_YEAR_MS = 366 * 24 * 60 * 60 * 1000;
/** The contract's format takes more than RFC 3339 does. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A field that is wrong passes no rule but `required`; every other field is judged. */
export function judgeFields(
  side: Rule["side"],
  body: unknown,
  violations: readonly ContractViolation[],
): Observation[] {
  const rules = allRules.filter((rule) => rule.side === side);
  const mistyped = violations.filter(({ rule }) => rule === "type");
  const fields = new Set(mistyped.map(({ field }) => field));
  const messages = new Map<Rule, string>();
  // A hostile body breaks one rule half a million times.
  const keyOf = (one: ContractViolation) =>
    `${one.field.replace(/\d+/g, "0")} ${one.rule}`;
  const unique = new Map(violations.map((one) => [keyOf(one), one]));
  for (const violation of [...unique.values()].slice(0, 10_000))
    // What is of another type has another value as well.
    if (violation.rule !== "const" || !fields.has(violation.field))
      messages.set(ruleAt(rules, violation), violation.message);
  const wrong = [...messages.keys()];
  const broken = wrong.map((rule) => {
    // A value that came before is another fault than what is wrong with it.
    const faultOf = (one: Rule) => subjectOf(one) + (one.keyword === "unique");
    const all = wrong.filter((other) => faultOf(other) === faultOf(rule));
    const text = all.map((other) => messages.get(other)).join("; ");
    return { id: rule.id, cause: `${subjectOf(rule)} ${text}.` };
  });
  const kept = rules.filter((rule) => {
    const { keyword = "", path = [] } = rule;
    const isWrong = wrong.some((other) => isWithin(rule, other));
    if (/^(json|mediaType|httpStatus)$/.test(keyword)) return false;
    if (keyword === "matchesRequest") return !isWrong;
    const isShown = valuesAt(body, path).length > 0;
    return isShown && (keyword === "required" || !isWrong);
  });
  return [...broken, ...kept.map(({ id }) => ({ id }))];
}

/** Whether a rule is about the field of another one, or about a field in it. */
export function isWithin(rule: Rule, { side, path = [] }: Rule): boolean {
  const isPart = path.every((step, index) => step === rule.path?.[index]);
  return isPart && side === rule.side;
}

/** The rule that is broken; what no rule states is told of the whole response. */
function ruleAt(rules: Rule[], { field, rule }: ContractViolation): Rule {
  const steps: Record<string, string> = { "[]": "\\d+", "*": "[^]*" };
  const stated = rules.findLast(({ path = [], keyword }) => {
    const pattern = path.map((step) => steps[step] ?? step).join("\\.");
    return keyword === rule && new RegExp(`^${pattern}$`).test(field);
  });
  return stated ?? rules.find(({ keyword }) => keyword === "type")!;
}

/** How a link breaks the contract: what the client refuses, and what only a clock or earlier values can tell. */
export function linkViolations(
  probe: Probe,
  body: unknown,
  { at, headers }: ProviderResponse,
  links: LinkRules,
  seen: Map<string, Set<unknown>>,
): ContractViolation[] {
  const { result } = asRecord(body);
  const { expires_at: expiry } = asRecord(result);
  const violations = successViolations(probe.body, body, links);
  const add = (field: string, rule: string, message: string) =>
    violations.push({ field, rule, message });
  const isJudged = violations.some(({ field }) => field.endsWith("expires_at"));
  if (typeof expiry === "string" && !isJudged) {
    const time = expiry.toUpperCase();
    // JavaScript knows no leap second.
    const leftMs = Date.parse(time.replace(/:60(?=[.Z+-])/, ":59")) - at;
    const aheadMs = Date.parse(headers.get("date") ?? "") - at;
    const ahead = 10 * Math.round(aheadMs / 10_000);
    const far = `${Math.abs(ahead)} s ${ahead < 0 ? "behind" : "ahead of"}`;
    const skew = `, and the provider's Date is ${far} this machine's clock`;
    const tell = add.bind(null, "result.expires_at");
    if (!RFC_3339.test(time)) tell("format", "must be an RFC 3339 time");
    else if (leftMs <= 0) tell("future", `has passed${ahead ? skew : ""}`);
    else if (leftMs > A_YEAR_MS) tell("withinYear", "is over a year ahead");
  }
  for (const { path = [], keyword } of allRules) {
    const field = path.join(".");
    const [value] = keyword === "unique" ? valuesAt(body, path) : [];
    if (typeof value !== "string" || !value.trim()) continue;
    const values = seen.get(field) ?? new Set();
    if (values.has(value))
      add(field, "unique", "is that of an earlier response");
    seen.set(field, values.add(value));
  }
  return violations;
}

/** The values at a rule's path. */
function valuesAt(value: unknown, [step, ...rest]: string[]): unknown[] {
  if (step === undefined) return [value];
  const fields = asRecord(value);
  if (Array.isArray(value) !== (step === "[]")) return [];
  if (step === "[]" || step === "*")
    return Object.values(fields).flatMap((inner) => valuesAt(inner, rest));
  return Object.hasOwn(fields, step) ? valuesAt(fields[step], rest) : [];
}
