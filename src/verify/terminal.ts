import { groupOf } from "./cases.js";
import { countsText, groupBy, SIGNS, summaryOf } from "./report-files.js";
import { FOLLOWS, type Finding, type Verdict } from "./verdicts.js";
import type { Verification } from "./verify.js";

type Kind = Verdict["verdict"];

export interface TerminalOptions {
  isColoured: boolean;
  /** Lists all ids and requests. */
  isVerbose: boolean;
  allowed: readonly string[];
}

/** The worst first. */
const COLOURS = {
  ...{ failed: 31, warning: 33, allowed: 33, passed: 32, skipped: 90 },
};
const KINDS = Object.keys(COLOURS) as Kind[];
const OWNERS = { page: "the page's", vendor: "the vendor's", ours: "ours" };
const MOCK_HINT =
  'If this is the mock of this package, start it with --api-key "$KWIK_API_KEY" --api-secret "$KWIK_API_SECRET": then it checks them.';

/** For a person: a line per group, the findings, what was skipped, and last the result. */
export function terminalLines(
  verification: Verification,
  { isColoured, isVerbose, allowed }: TerminalOptions,
): string[] {
  const { verdicts, outcome } = verification;
  const paint = (kind: Kind, text: string) =>
    isColoured ? `\u001b[${COLOURS[kind]}m${text}\u001b[0m` : text;
  const ofKind = (kind: Kind) =>
    verdicts.filter(({ verdict }) => verdict === kind);
  const result = clean(summaryOf(verification));
  if (outcome === "could not be checked") return [paint("warning", result)];

  const overview = groupBy(verdicts, ({ rule }) => groupOf(rule)).map((own) => {
    const found = own.map(({ verdict }) => verdict);
    const worst = KINDS.find((kind) => found.includes(kind))!;
    const name = `${SIGNS[worst]} ${groupOf(own[0]!.rule).padEnd(11)}`;
    return `${paint(worst, name)} ${countsText(own)}`;
  });
  const faults = KINDS.flatMap((kind) => {
    const findings = ofKind(kind).flatMap((verdict) => verdict.findings);
    return groupBy(findings, ({ cause }) => cause).flatMap((fault) => {
      const ids = unique(fault.map(({ rule }) => `${SIGNS[kind]} ${rule.id}`));
      const lines = linesOf(fault, verification, isVerbose);
      const shown = lines.map((line) => `    ${clean(line)}`);
      return ["", ...ids.map((id) => paint(kind, id)), ...shown];
    });
  });
  const skipped = groupBy(
    ofKind("skipped").filter(
      ({ why }) => isVerbose || !why?.startsWith(FOLLOWS),
    ),
    ({ why }) => why,
  ).map((own) => {
    const ids = own.map(({ rule }) => rule.id);
    const line = `- ${ids.length} skipped: ${own[0]!.why} ${listOf(ids, isVerbose)}`;
    return paint("skipped", line);
  });
  const passed = ofKind("passed").map(({ rule }) => rule.id);
  const kept = passed.filter((id) => allowed.includes(id));
  return [
    ...[...overview, ...faults, "", ...skipped],
    ...(isVerbose ? [`✓ passed: ${passed.join("; ")}`] : []),
    ...kept.map((id) => `${id} is kept: it needs no --allow any more.`),
    paint(outcome, result),
  ];
}

/** What is said of one fault. */
function linesOf(
  fault: readonly Finding[],
  { verdicts, provider }: Verification,
  isVerbose: boolean,
): string[] {
  const { cause = "", curl } = fault[0]!;
  const rules = unique(fault.map(({ rule }) => rule));
  const statuses = unique(fault.map(({ status }) => status));
  const owners = unique(rules.map(({ source }) => OWNERS[source])).join(", ");
  const sentences = unique(rules.map(({ says }) => says)).filter(Boolean);
  const requests = unique(fault.map(({ request }) => request));
  const { length: followers } = verdicts.filter(({ why }) =>
    rules.some(({ id }) => why === FOLLOWS + id),
  );
  const isOpen = rules.some(({ id }) => id === "auth.checked");
  return [
    `${cause} HTTP ${statuses.join(", ")}.`,
    `${rules.length > 1 ? "The rules are" : "The rule is"} ${owners}.`,
    ...sentences.map((says) => `The contract: "${says}"`),
    `Sent: ${listOf(requests, isVerbose)}.`,
    ...(followers > 0 ? [`Skipped for it: ${followers} of the others.`] : []),
    ...(isOpen && provider.startsWith("http:") ? [MOCK_HINT] : []),
    curl,
  ];
}

function listOf(all: readonly string[], isVerbose: boolean): string {
  const more = isVerbose ? 0 : all.length - 3;
  if (more <= 0) return all.join("; ");
  return `${all.slice(0, 3).join("; ")}; and ${more} more`;
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** Without what moves a cursor or changes a colour. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "\ufffd");
}
