// @ts-nocheck
import type { Verdict } from "../verdicts.js";
import { findingsOf, ORDER, summaryOf, type Report } from "./summary.js";

/** For a job's summary or a pull request. */
export function markdown(report: Report): string {
  const { verdicts, provider, version, date } = report;
  const of = (kind: Verdict["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === kind);
  const failed = of("failed");
  const rest = ORDER.flatMap((kind) => (kind === "failed" ? [] : of(kind)));
  const curls = failed.flatMap(({ rule, findings }) =>
    findings.flatMap(({ curl = [] }) => [`# ${rule.id}`, curl].flat()),
  );
  return `## ${prose(summaryOf(report))}

${code(provider)} · kwik-portal-link ${prose(version)} · ${date.toISOString()}
${failed.length > 0 ? `\n${table(failed)}` : ""}${curls.length > 1 ? details("Requests that show it", fenced(curls.join("\n"))) : ""}${details(`The other ${rest.length} rules`, table(rest))}`;
}

function table(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => {
    const { rule } = verdict;
    const cells = findingsOf(verdict).map(({ found }) => prose(found));
    const own = rule.source === "ours" ? "<br>This rule is ours." : "";
    return `| ${verdict.verdict} | ${code(rule.id)} | ${prose(rule.must)}${own} | ${cells.join("<br>")} |`;
  });
  return `| verdict | rule | what must be | found |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function details(summary: string, content: string): string {
  return `\n<details><summary>${prose(summary)}</summary>\n\n${content}\n</details>\n`;
}

/** As text, whatever it holds: on one line, without markup. */
function prose(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]|~#@]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

function code(text: string): string {
  return `\`${plain(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

function fenced(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(
    Math.max(3, ...runs.map(({ length }) => length + 1)),
  );
  return `${fence}sh\n${text.replace(/[^\P{Cc}\n]/gu, "�")}\n${fence}\n`;
}

function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
