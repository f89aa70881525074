// Each provider is told by the rules that it breaks, and by no other.
import { expect, test } from "vitest";
import { allRules, type Rule } from "../../src/verify/cases.js";
import { json, junit } from "../../src/verify/report-files.js";
import { terminalLines } from "../../src/verify/terminal.js";
import { verify } from "../../src/verify/verify.js";
import { RIGHT_PROVIDERS, WRONG_PROVIDERS } from "./gallery.js";
import { API_SECRET, OPTIONS, type Make } from "./providers.js";

const rulesAt = (ends: string) =>
  allRules.filter(({ id }) =>
    ends.split(" ").some((end) => `.${id}`.endsWith(`.${end}`)),
  );

const verdictOf = ({ isWarning }: Rule) => (isWarning ? "warning" : "failed");

/** Rule → its verdict, unless it passed. */
async function judge(make: Make) {
  const verification = await verify({ ...OPTIONS, fetch: make() });
  const report = { ...verification, version: "1.0.0", date: new Date() };
  const shown = { isColoured: false, isVerbose: true, allowed: [] };
  const told = [json(report), junit(report), ...terminalLines(report, shown)];
  expect(told.join("\n")).not.toMatch(/ses_|cpl_|\/portal\/\w/);
  expect(told.join("\n")).not.toContain(API_SECRET);
  const rules = report.verdicts
    .filter(({ verdict }) => verdict !== "passed")
    .map(({ rule, verdict }) => [rule.id, verdict]);
  return { ...report, rules };
}

test.for(RIGHT_PROVIDERS)("nothing is wrong with %s", async ([, make]) => {
  expect(await judge(make)).toMatchObject({ outcome: "passed", rules: [] });
});

test.for(WRONG_PROVIDERS)("%s", async ([ends, make]) => {
  const { outcome, rules } = await judge(make);
  const broken = rules.filter(([, verdict]) => verdict !== "skipped");
  const expected = rulesAt(ends).map((rule) => [rule.id, verdictOf(rule)]);
  expect(broken).toEqual(expected);
  const isFailed = expected.some(([, verdict]) => verdict === "failed");
  expect(outcome).toBe(isFailed ? "failed" : "passed");
});

test("every rule is broken by a provider here", () => {
  const broken = WRONG_PROVIDERS.flatMap(([ends]) => rulesAt(ends));
  expect(allRules.filter((rule) => !broken.includes(rule))).toEqual([]);
});
