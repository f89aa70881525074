// @ts-nocheck
import type { Verdict } from "../verdicts.js";
import type { Verification } from "../verify.js";

/** What a report is written from. */
export interface Report extends Verification {
  /** The package's. */
  version: string;
  date: Date;
}

/** In the order in which a reader wants them. */
export const ORDER = ["failed", "warning", "skipped", "passed"] as const;
export const SIGNS = { failed: "✗", warning: "!", skipped: "-", passed: "✓" };

export function countsOf(
  verdicts: readonly Verdict[],
): Record<Verdict["verdict"], number> {
  const count = (kind: Verdict["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === kind).length;
  return {
    failed: count("failed"),
    passed: count("passed"),
    skipped: count("skipped"),
    warning: count("warning"),
  };
}

/** "✗ 19 failed · 16 passed · 3 skipped · 1 warning" */
export function summaryOf({
  outcome,
  stopped,
  verdicts,
}: Pick<Verification, "outcome" | "stopped" | "verdicts">): string {
  if (outcome === "could not be checked")
    return `Could not be checked: ${stopped}.`;
  const counts = Object.entries(countsOf(verdicts))
    .filter(([, count]) => count > 0)
    .map(([kind, count]) =>
      kind === "warning" && count > 1
        ? `${count} warnings`
        : `${count} ${kind}`,
    );
  return `${SIGNS[outcome]} ${counts.join(" · ")}`;
}

/** What was found of a rule, in sentences, each with the command that repeats it. */
export function findingsOf({ findings, why = "" }: Verdict): {
  found: string;
  curl?: string;
}[] {
  if (findings.length === 0) return why ? [{ found: why }] : [];
  return findings.map(({ message, requests, ...curl }) => ({
    found: message.includes(requests[0] ?? "")
      ? message
      : `${message} Shown by: ${requests.join("; ")}.`,
    ...curl,
  }));
}

/** Where a rule comes from, in words. */
export function originOf({ says, source }: Verdict["rule"]): string[] {
  return [
    ...(source === "ours" ? ["This rule is ours, not the vendor's."] : []),
    ...(says ? [`The contract: "${says}"`] : []),
  ];
}
