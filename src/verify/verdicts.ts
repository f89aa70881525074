import type { Judged, Exchange } from "./judge.js";
import type { Rule } from "./rules.js";
import { valuesAt } from "./schema-rules.js";
import { tryParseJson } from "../contract/json.js";

/** How a rule is broken, and by the responses to which requests. */
interface Finding {
  /** A sentence. It holds no text that came from the provider. */
  message: string;
  /** The titles of all requests that showed it. */
  requests: string[];
  /** A command that repeats the first of them; a recording has none. */
  curl?: string;
}

export interface Verdict {
  rule: Rule;
  verdict: "passed" | "failed" | "warning" | "skipped";
  /** Of a failed rule and of a warning. */
  findings: Finding[];
  /** Of a skipped rule: why. */
  why?: string;
  /** How long its requests took, in ms. */
  durationMs: number;
}

export interface JudgedExchange extends Exchange, Judged {
  curl?: string;
}

/** The verdict on each rule. */
export function verdictsOf(
  rules: readonly Rule[],
  exchanges: readonly JudgedExchange[],
  isStrict: boolean,
): Verdict[] {
  const isAnyAccepted = exchanges.some(({ isAccepted }) => isAccepted);
  const told = [
    ...exchanges.flatMap((exchange) =>
      exchange.observations
        // Who refuses everything does not show that it looks at a field.
        .filter(
          ({ rule, broken }) =>
            broken || isAnyAccepted || !/^(request|auth)\./.test(rule),
        )
        .map((observation) => ({ ...observation, exchange })),
    ),
    ...repeated(rules, exchanges),
  ];
  const causes = causesOf(
    new Set(told.map(({ rule }) => rule)),
    new Set(told.filter(({ broken }) => broken).map(({ rule }) => rule)),
    exchanges,
  );
  const others = [...new Set(told.map(({ rule }) => rule))].filter(
    (id) => !rules.some((rule) => rule.id === id),
  );
  const all = [...rules, ...others.map(unlisted)];
  return all.map((rule): Verdict => {
    const observed = told.filter((one) => one.rule === rule.id);
    const durationMs = [...new Set(observed.map(({ exchange }) => exchange))]
      .map(({ response }) => response.durationMs)
      .reduce((sum, ms) => sum + ms, 0);
    const cause = causes.get(rule.id);
    const findings = cause ? [] : findingsOf(observed);
    if (findings.length > 0) {
      const verdict = rule.isWarning && !isStrict ? "warning" : "failed";
      return { rule, verdict, findings, durationMs };
    }
    if (cause || observed.length === 0) {
      const why = cause
        ? `It follows from ${cause}.`
        : "No response showed it, or the one that did broke another rule first.";
      return { rule, verdict: "skipped", findings, why, durationMs };
    }
    return { rule, verdict: "passed", findings, durationMs };
  });
}

/** A rule of the judgement that client and verify share, and of no schema. */
function unlisted(id: string): Rule {
  const must = `The client refuses what breaks ${id}.`;
  return { id, must, says: "", source: "ours" };
}

interface Told {
  broken?: string | undefined;
  exchange: JudgedExchange;
}

function findingsOf(observed: readonly Told[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { broken, exchange } of observed) {
    if (!broken) continue;
    const { curl, probe } = exchange;
    const finding = findings.get(broken) ?? {
      message: broken,
      requests: [],
      ...(curl && { curl }),
    };
    if (!finding.requests.includes(probe.title))
      finding.requests.push(probe.title);
    findings.set(broken, finding);
  }
  return [...findings.values()];
}

/** Values that differ from request to request. */
function repeated(
  rules: readonly Rule[],
  exchanges: readonly JudgedExchange[],
): (Told & { rule: string })[] {
  return rules
    .filter(({ on }) => on?.keyword === "unique")
    .flatMap(({ id, on }) => {
      const seen = new Set<unknown>();
      const told = exchanges
        .filter(({ isAccepted }) => isAccepted)
        .flatMap((exchange) => {
          const [value] = valuesAt(
            tryParseJson(exchange.response.body),
            on?.path ?? [],
          );
          if (typeof value !== "string" || !value) return [];
          const broken = seen.has(value)
            ? `${on?.path.join(".")} is that of an earlier response.`
            : undefined;
          seen.add(value);
          return [{ rule: id, broken, exchange }];
        });
      // One alone differs from nothing.
      return told.length > 1 ? told : [];
    });
}

/** Broken rule → the broken rule that it follows from: a cause is reported once. */
function causesOf(
  told: ReadonlySet<string>,
  broken: ReadonlySet<string>,
  exchanges: readonly JudgedExchange[],
): Map<string, string> {
  const causes = new Map<string, string>();
  const follows = (id: string, cause: string) => {
    if (id !== cause && broken.has(id) && !causes.has(id))
      causes.set(id, cause);
  };
  // Where no credentials are needed, wrong ones do no harm.
  if (broken.has("auth.required")) follows("auth.checked", "auth.required");
  // Who refuses a request refuses the one that has more fields, too.
  const refused = exchanges.filter(
    ({ probe, isAccepted }) => probe.expects === "success" && !isAccepted,
  );
  refused.forEach(({ probe: less }, index) => {
    for (const { probe: more } of refused.slice(index + 1))
      if (
        more.rules.includes("accepted.everyValue") ||
        isPartOf(less.body, more.body)
      )
        follows(String(more.rules[0]), String(less.rules[0]));
  });
  // A field of which the type is not looked at is not looked at, and nothing in it.
  for (const cause of broken) {
    const [, field] = /^(request.*)\.type$/.exec(cause) ?? [];
    if (!field) continue;
    const within = [...told].filter(
      (id) => id.startsWith(`${field}.`) || id.startsWith(`${field}[`),
    );
    if (within.every((id) => broken.has(id)))
      for (const id of within) follows(id, cause);
  }
  return causes;
}

function isPartOf(less: string, more: string): boolean {
  const names = (body: string) => Object.keys(tryParseJson(body) as object);
  return names(less).every((name) => names(more).includes(name));
}
