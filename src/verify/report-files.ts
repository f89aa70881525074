import { escapeMarkup } from "../contract/values.js";
import { mustOf } from "./cases.js";
import type { Finding, Verdict } from "./verdicts.js";
import type { Verification } from "./verify.js";

export interface Report extends Verification {
  version: string;
  date: Date;
}

export const SIGNS = {
  ...{ failed: "✗", passed: "✓", skipped: "-", warning: "!", allowed: "~" },
};

function countsOf(verdicts: readonly Verdict[]) {
  const counts = { failed: 0, passed: 0, skipped: 0, warning: 0, allowed: 0 };
  for (const { verdict } of verdicts) counts[verdict]++;
  return counts;
}

/** "5 failed · 73 passed · 11 skipped", in rules. */
export function countsText(verdicts: readonly Verdict[]): string {
  const counts = Object.entries(countsOf(verdicts));
  const shown = counts.flatMap(([kind, n]) => (n > 0 ? `${n} ${kind}` : []));
  return shown.join(" · ").replace(/(?<!\b1) warning/, "$&s");
}

/** The result in one line. */
export function summaryOf({ outcome, ...verification }: Verification): string {
  return outcome === "could not be checked"
    ? `Could not be checked: ${verification.stopped}.`
    : `${SIGNS[outcome]} ${countsText(verification.verdicts)}`;
}

/** Groups of items with the same key, in the order in which they come. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Item[][] {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => items.filter((item) => keyOf(item) === key));
}

/** For programs: docs/verify.md documents its shape. */
export function json(report: Report): string {
  const { version, date, provider, outcome, stopped, verdicts } = report;
  const shown = {
    package: `kwik-portal-link@${version}`,
    date: date.toISOString(),
    ...{ provider, outcome, summary: summaryOf(report), stopped },
    counts: countsOf(verdicts),
    rules: verdicts.map(({ rule, verdict, findings, why }) => ({
      ...{ id: rule.id, verdict, must: mustOf(rule) },
      ...{ says: rule.says, source: rule.source },
      ...{ findings: findingsOf(findings), why },
    })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** What CI systems show as tests: a rule is a test. */
export function junit(report: Report): string {
  const { verdicts, date, provider, stopped, version } = report;
  const { failed, skipped, allowed } = countsOf(verdicts);
  const error = `<testcase classname="kwik-portal-link" name="checked"><error message="${xml(summaryOf(report))}"/></testcase>`;
  const cases = [...verdicts.map(testcase), ...(stopped ? [error] : [])];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="kwik-portal-link verify" tests="${cases.length}" failures="${failed}" errors="${stopped ? 1 : 0}" skipped="${skipped + allowed}" timestamp="${date.toISOString().slice(0, 19)}">
<properties><property name="provider" value="${xml(provider)}"/><property name="version" value="${xml(version)}"/></properties>
${cases.join("\n")}
</testsuite>
</testsuites>
`;
}

function testcase({ rule, verdict, findings, why = "" }: Verdict): string {
  const found = findingsOf(findings);
  const lines = found.flatMap(({ message, curl }) => [message, curl]);
  const text = xml([mustOf(rule), ...lines].join("\n"));
  const first = xml(lines[0] ?? why);
  const content = {
    failed: `<failure message="${first}">${text}</failure>`,
    warning: `<system-out>${text}</system-out>`,
    allowed: `<skipped message="allowed: ${first}"/>`,
    skipped: `<skipped message="${first}"/>`,
    passed: "",
  }[verdict];
  return `<testcase classname="kwik-portal-link" name="${xml(rule.id)}">${content}</testcase>`;
}

/** One for each way in which a rule is broken. */
function findingsOf(findings: readonly Finding[]) {
  return groupBy(findings, messageOf).map((same) => ({
    message: messageOf(same[0]!),
    requests: same.map(({ request }) => request),
    curl: same[0]!.curl,
  }));
}

/** What went wrong, and under which HTTP status. */
function messageOf({ cause = "", status }: Finding): string {
  return `${cause.replace(/\.$/, "")} (HTTP ${status}).`;
}

/** XML has no place for most control characters, nor for half a character, not even as entities. */
function xml(text: string): string {
  return escapeMarkup(text.replace(/[^\P{C}\n\p{Co}\p{Cf}]/gu, "\ufffd"));
}
