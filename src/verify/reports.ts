import { escapeHtml } from "../contract/escape-html.js";
import type { Verdict } from "./judge.js";
import type { Verification } from "./verify.js";

/** Format → how a report is written in it. */
export const REPORTS = { junit, json, markdown };
export type ReportFormat = keyof typeof REPORTS;

function json(verification: Verification): string {
  return `${JSON.stringify(verification, null, 2)}\n`;
}

/** What CI systems show as tests: a rule is a test. */
function junit({ verdicts, outcome, summary, baseUrl }: Verification): string {
  const count = (kind: Verdict["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === kind).length;
  const cases = verdicts.map((rule) => {
    const attributes = `classname="kwik-portal-link" name="${escapeHtml(`${rule.id}: ${rule.says}`)}"`;
    const message = `message="${escapeHtml(rule.message ?? "")}"`;
    switch (rule.verdict) {
      case "failed":
        return `    <testcase ${attributes}><failure ${message}/></testcase>`;
      case "skipped":
        return `    <testcase ${attributes}><skipped ${message}/></testcase>`;
      case "warning":
        return `    <testcase ${attributes}><system-out>${escapeHtml(rule.message ?? "")}</system-out></testcase>`;
      case "passed":
        return `    <testcase ${attributes}/>`;
    }
  });
  const unchecked = outcome === "could not be checked";
  if (unchecked)
    cases.push(
      `    <testcase classname="kwik-portal-link" name="the provider can be checked"><error message="${escapeHtml(summary)}"/></testcase>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${escapeHtml(`kwik-portal-link verify ${baseUrl}`)}" tests="${cases.length}" failures="${count("failed")}" errors="${unchecked ? 1 : 0}" skipped="${count("skipped")}">
${cases.join("\n")}
  </testsuite>
</testsuites>
`;
}

/** For a job's summary or a comment. */
function markdown({ verdicts, summary, baseUrl }: Verification): string {
  const cell = (text: string) => text.replace(/[|\\]/g, "\\$&");
  const rows = verdicts.map(
    ({ id, verdict, says, source, message = "" }) =>
      `| ${verdict} | \`${id}\` | ${cell(says)} | ${source} | ${cell(message)} |`,
  );
  return `## ${summary}

Provider: ${baseUrl}

| verdict | rule | says | source | found |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}
