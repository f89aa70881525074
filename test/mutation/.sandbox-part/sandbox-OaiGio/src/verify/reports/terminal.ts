// @ts-nocheck
import type { Verdict } from "../verdicts.js";
import {
  findingsOf,
  ORDER,
  originOf,
  SIGNS,
  summaryOf,
  type Report,
} from "./summary.js";

const COLOURS = { failed: 31, warning: 33, skipped: 90, passed: 32 };

/** For a person: the outcome first, then what failed, then the rest. */
export function terminal(
  report: Omit<Report, "version" | "date">,
  isColoured: boolean,
): string[] {
  const { outcome, verdicts } = report;
  const paint = (text: string, kind: Verdict["verdict"]) =>
    isColoured ? `\u001b[${COLOURS[kind]}m${text}\u001b[0m` : text;
  const summary = clean(summaryOf(report));
  if (outcome === "could not be checked") return [paint(summary, "warning")];
  const lines = ORDER.flatMap((kind) => {
    const found = verdicts.filter(({ verdict }) => verdict === kind);
    // What passed needs no more than its name.
    if (kind === "passed")
      return found.length > 0
        ? [
            `${paint(`${SIGNS.passed} passed`, kind)}: ${found.map(({ rule }) => rule.id).join(", ")}`,
          ]
        : [];
    return found.flatMap((verdict) => {
      const { rule } = verdict;
      const lines = findingsOf(verdict).flatMap(({ found, curl = [] }) =>
        [found, curl].flat(),
      );
      const told = kind === "skipped" ? lines : [...lines, ...originOf(rule)];
      return [
        paint(`${SIGNS[kind]} ${rule.id}`, kind),
        ...told.map((line) => `    ${clean(line)}`),
      ];
    });
  });
  return [paint(summary, outcome), "", ...lines];
}

/** Without what moves a cursor or changes a colour. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "�");
}
