// @ts-nocheck
import { escapeHtml } from "../../contract/escape-html.js";
import type { Verdict } from "../verdicts.js";
import {
  countsOf,
  findingsOf,
  originOf,
  summaryOf,
  type Report,
} from "./summary.js";

/** What CI systems show as tests: a rule is a test. */
export function junit(report: Report): string {
  const { verdicts, date, provider, stopped, version, durationMs } = report;
  const { failed, skipped } = countsOf(verdicts);
  const cases = verdicts.map(testcase);
  if (stopped)
    cases.push(
      `<testcase classname="kwik-portal-link" name="checked" time="0"><error message="${xml(summaryOf(report))}"/></testcase>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="kwik-portal-link verify" tests="${cases.length}" failures="${failed}" errors="${stopped ? 1 : 0}" skipped="${skipped}" time="${seconds(durationMs)}" timestamp="${date.toISOString().slice(0, 19)}">
<properties><property name="provider" value="${xml(provider)}"/><property name="version" value="${xml(version)}"/></properties>
${cases.join("\n")}
</testsuite>
</testsuites>
`;
}

function testcase(verdict: Verdict): string {
  const { rule } = verdict;
  const findings = findingsOf(verdict);
  const lines = findings.flatMap(({ found, curl = [] }) =>
    [found, curl].flat(),
  );
  const start = `<testcase classname="kwik-portal-link" name="${xml(rule.id)}" time="${seconds(verdict.durationMs)}">`;
  const text = xml([rule.must, ...lines, ...originOf(rule)].join("\n"));
  const message = `message="${xml(lines[0] ?? "")}"`;
  const content = {
    failed: `<failure ${message}>${text}</failure>`,
    warning: `<system-out>${text}</system-out>`,
    skipped: `<skipped ${message}/>`,
    passed: "",
  }[verdict.verdict];
  return `${start}${content}</testcase>`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** XML has no place for most control characters, nor for half a character, not even as entities. */
function xml(text: string): string {
  return escapeHtml(text.replace(/[^\P{C}\n\p{Co}\p{Cf}]/gu, "�"));
}
