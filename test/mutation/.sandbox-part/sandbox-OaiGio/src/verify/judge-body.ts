// @ts-nocheck
import { valueAt } from "../contract/field-path.js";
import { isTolerated } from "../contract/success-violations.js";
import type { ContractViolation } from "../contract/violations.js";
import type { Contract } from "./contract.js";
import type { Observation } from "./judge.js";
import { ruleAt } from "./rule-at.js";
import { subjectOf, type Rule } from "./rules.js";
import { valuesAt } from "./schema-rules.js";

/** Two machines' clocks differ. */
const CLOCK_SKEW_MS = 60_000;
/** A link that lives longer is more likely a mistake than meant. */
const LONG_LIFE_MS = 366 * 24 * 60 * 60 * 1000;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Which rules a response breaks and keeps: those of its schema, its echoes, its links and its expiry.
 *
 * @param at When it came, in ms since 1970.
 */
export function judgeBody(
  { expiries }: Contract,
  rules: readonly Rule[],
  side: "response" | "failure",
  body: unknown,
  violations: readonly ContractViolation[],
  at?: number,
): Observation[] {
  const broken = new Map<string, string>();
  const fields = new Set<string>();
  const all =
    side === "response"
      ? [...violations, ...expiryViolations(expiries, body, at)]
      : violations;
  // A value of a wrong type breaks more than one rule of its field, and is one mistake: the type, before what no rule states.
  const ranked = all
    .map((violation) => ({ ...violation, ...ruleAt(rules, side, violation) }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  for (const { id, field, message } of ranked) {
    if (!fields.has(field))
      broken.set(id, `${subjectOf(side, field)} ${message}.`);
    fields.add(field);
  }
  const violated = new Set(ranked.map(({ id }) => id));
  // The judgement stops where a value is not what its type says.
  const isWhole = violations.every(
    (violation) =>
      isTolerated(violation) || JUDGED_LAST.includes(violation.rule),
  );
  const untold = [
    ...(isWhole ? [] : JUDGED_LAST),
    ...(at === undefined ? ["future", "withinYear"] : []),
  ];
  const kept = rules.filter(({ id, on }) => {
    if (on?.side !== side || violated.has(id) || untold.includes(on.keyword))
      return false;
    const isAboutAbsence = ["required", "matchesRequest"].includes(on.keyword);
    const path = isAboutAbsence ? on.path.slice(0, -1) : on.path;
    return valuesAt(body, path).length > 0;
  });
  return [
    ...kept.map(({ id }) => ({ rule: id })),
    ...[...broken].map(([rule, message]) => ({ rule, broken: message })),
  ];
}

function rankOf({ rule, isListed }: { rule: string; isListed: boolean }) {
  return rule === "type" ? 0 : isListed ? 1 : 2;
}

const JUDGED_LAST = ["matchesRequest", "usableLink"];

function expiryViolations(
  expiries: Contract["expiries"],
  body: unknown,
  at: number = NaN,
): ContractViolation[] {
  return expiries.flatMap((path) => {
    const field = path.join(".");
    const value = valueAt(body, path);
    if (typeof value !== "string") return [];
    const time = value.toUpperCase();
    // The contract's format takes more than RFC 3339 does.
    if (!RFC_3339.test(time))
      return [{ field, rule: "format", message: "must be an RFC 3339 time" }];
    // JavaScript knows no leap second.
    const expires = Date.parse(time.replace(/:60(?=[.Z+-])/, ":59"));
    if (expires - at < -CLOCK_SKEW_MS)
      return [{ field, rule: "future", message: "has passed" }];
    return expires - at > LONG_LIFE_MS
      ? [{ field, rule: "withinYear", message: "is more than a year ahead" }]
      : [];
  });
}
