// @ts-nocheck
// Each faulty provider is told by the rules that it breaks, and by no other.
import { expect, inject, test } from "vitest";
import { json } from "../../src/verify/reports/json.js";
import { junit } from "../../src/verify/reports/junit.js";
import { markdown } from "../../src/verify/reports/markdown.js";
import { terminal } from "../../src/verify/reports/terminal.js";
import { rulesOf } from "../../src/verify/rules.js";
import { readContract } from "../../src/verify/contract.js";
import { verify } from "../../src/verify/verify.js";
import { BROKEN_FIELDS } from "./gallery/broken-fields.js";
import { BROKEN_RELATIONS } from "./gallery/broken-relations.js";
import { BROKEN_REQUESTS } from "./gallery/broken-requests.js";
import { BROKEN_RESPONSES } from "./gallery/broken-responses.js";
import { DIFFERENT } from "./gallery/different.js";
import { API_KEY, API_SECRET, right } from "./gallery/providers.js";

const GALLERY = [
  ...BROKEN_FIELDS,
  ...BROKEN_REQUESTS,
  ...BROKEN_RESPONSES,
  ...BROKEN_RELATIONS,
  ...DIFFERENT,
];
const account = {
  apiKey: API_KEY,
  apiSecret: API_SECRET,
  customerId: "cus_abc123",
  subscriptionId: "sub_abc123",
  contract: readContract(),
};

test.for(GALLERY)("$name", async ({ fails = [], warns = [], provider }) => {
  const verification = await verify({
    ...account,
    baseUrl: "https://provider.example/2.0",
    fetch: provider(),
  });
  const { outcome, verdicts } = verification;
  const of = (kind: string) =>
    verdicts
      .filter(({ verdict }) => verdict === kind)
      .map(({ rule }) => rule.id);
  expect({ fails: of("failed"), warns: of("warning") }).toEqual({
    fails,
    warns,
  });
  expect(outcome).toBe(fails.length > 0 ? "failed" : "passed");
  const report = { ...verification, version: "1.0.0", date: new Date() };
  const told = [junit, json, markdown]
    .map((format) => format(report))
    .concat(terminal(report, false))
    .join("\n");
  expect(told).not.toMatch(/ses_|cpl_|\/portal\/\w/);
  expect(told).not.toContain(API_SECRET);
});

test("the gallery is large, and has a provider for every rule", () => {
  expect(GALLERY.length).toBeGreaterThan(150);
  const shown = new Set(
    GALLERY.flatMap(({ fails = [], warns = [] }) => [...fails, ...warns]),
  );
  const ids = rulesOf(account.contract).map(({ id }) => id);
  expect(ids.filter((id) => !shown.has(id))).toEqual([]);
});

test("the mock passes every rule, and none is skipped", async () => {
  const baseUrl = "https://provider.example/2.0";
  const { verdicts } = await verify({ ...account, baseUrl, fetch: right() });
  const others = verdicts.filter(({ verdict }) => verdict !== "passed");
  expect(others).toEqual([]);
});

test("Prism breaks what a mock of fixed examples must", async () => {
  const baseUrl = inject("prismUrl");
  const { verdicts } = await verify({ ...account, baseUrl });
  expect(
    verdicts
      .filter(({ verdict }) => verdict === "failed")
      .map(({ rule }) => rule.id),
  ).toEqual([
    "auth.checked",
    "echo.subscription_id",
    "response.result.expires_at.future",
    "response.result.id.unique",
    "response.result.link_url.unique",
  ]);
});
