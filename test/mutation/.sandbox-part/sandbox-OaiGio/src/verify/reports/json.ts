// @ts-nocheck
import { countsOf, summaryOf, type Report } from "./summary.js";

/** For programs: docs/verify.md documents its shape. */
export function json(report: Report): string {
  const { version, date, provider, outcome, stopped, verdicts } = report;
  const rules = verdicts.map(({ rule, verdict, findings, why }) => {
    const { id, must, says, source } = rule;
    return { id, verdict, must, says, source, findings, why };
  });
  const shown = {
    package: `kwik-portal-link@${version}`,
    date: date.toISOString(),
    provider,
    outcome,
    summary: summaryOf(report),
    stopped,
    counts: countsOf(verdicts),
    rules,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
