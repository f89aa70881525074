// What a person, a CI system and a program read.
import { expect, test } from "vitest";
import { createMockHandler } from "../../src/mock.js";
import { allRules } from "../../src/verify/cases.js";
import { json, junit } from "../../src/verify/report-files.js";
import { terminalLines } from "../../src/verify/terminal.js";
import { verify } from "../../src/verify/verify.js";
import { cases } from "../contract/contract.js";
import * as p from "./providers.js";

const HOSTILE = "c'\"]]>&<script>`# \u0000\u001b[31m\u009b\u202e\ufffe\ud800";
const LENIENT = p.requests((text) => text.replace('"true"', "true"));

async function linesFor(make: p.Make, more: object) {
  const shown = { isColoured: false, isVerbose: false, allowed: [], ...more };
  const verification = await verify({ ...p.OPTIONS, fetch: make(), ...more });
  return terminalLines(verification, shown);
}

const ids = allRules.map(({ id }) => id);
const count = (pattern: RegExp) => ids.filter((id) => pattern.test(id)).length;
const all = ids.length;
/** The settings that take "true" for true: a rule each. */
const lenient = cases.refused.filter(({ body }) =>
  JSON.stringify(body ?? "").includes('"true"'),
);

test("a line per group, one finding for one cause, and last the result", async () => {
  const headers = [["X-Gateway-Key", "hidden"]];
  const lines = await linesFor(LENIENT, { headers });
  const failed = lenient.length;
  const titles = lenient.map(({ title }) => title);
  const sent = JSON.stringify(lenient[0]?.body);
  const body = sent.replace("cus_abc123", "cus_mine1");
  const answers = count(/^failure|^response\.(\w+|status\.\w+)$/);
  const links = count(/^(response|failure|echo)/) - answers;
  expect(lines.join("\n")).toBe(`✓ accepts     ${count(/^accepted/)} passed
✓ credentials 2 passed
✗ refuses     ${failed} failed · ${count(/^request/) - failed} passed
✓ answers     ${answers} passed
✓ links       ${links} passed

${lenient.map(({ id }) => `✗ ${id}\n`).join("")}    Accepted "true", which must be a boolean. HTTP 200.
    The rules are the page's.
    Sent: ${titles.slice(0, 3).join("; ")}; and ${failed - 3} more.
    curl -X POST 'https://provider.example/2.0/customer-portal/link' -u "$KWIK_API_KEY:$KWIK_API_SECRET" -H 'Content-Type: application/json' -H 'X-Gateway-Key: '"$X_GATEWAY_KEY" -d '${body}'

✗ ${failed} failed · ${all - failed} passed`);
});

const { OPEN } = p;
const EXPIRED = p.responses("success", async (response) => {
  const body = (await response.json()) as { result: p.Fields };
  body.result.expires_at = p.inHours(-1);
  const date = new Date(Date.now() - 5_400_000).toUTCString();
  return Response.json(body, { headers: { date } });
});
const NAMELESS = p.links((link) => delete link.session_id);
const NULL = p.links((link) => (link.subscription_id ??= null));
const NULLED = p.links((link) => (link.subscription_id &&= null));
const REPEATED = p.links((link) => (link.id = "cpl_1"));
const allowed = [...lenient.map(({ id }) => id), "request.body"];
/** The last line. */
const last = (text: string) => new RegExp(`\n${text}$`);
const account = { customer_id: "cus_mine1" };
const strict = { isStrict: true };
const here = { baseUrl: "http://localhost:4010/2.0" };
const { length } = lenient;
const end = last(`✓ ${all - length} passed · ${length} allowed`);

test.for<[string, p.Make, object, RegExp]>([
  ["a warning", OPEN, {}, last(`✓ ${all - 2} passed · 2 warnings`)],
  ["it as strict", OPEN, strict, last(`✗ 2 failed · ${all - 2} passed`)],
  ["whose rule", OPEN, {}, /ours\.\n {4}The contract: "Unknown fields are ref/],
  ["what is allowed", LENIENT, { allowed }, /\n~ request.settings.allow_c/],
  ["its end", LENIENT, { allowed }, end],
  ["what is kept", LENIENT, { allowed }, /\nrequest.body is kept: it needs no/],
  ["all ids", OPEN, { isVerbose: true }, /\n✓ passed: accepted.noSubscription/],
  ["what is missing", NAMELESS, {}, /missing[^]* Skipped for it: 3 of the/],
  ["why skipped", NAMELESS, { account }, /\n- 5 skipped: It needs a subscri/],
  ["null for none", NULL, {}, /id must be a string; must be left out. HTTP/],
  ["null for one", NULLED, {}, /id must be a string; must be as in the req/],
  ["a way to start the mock", createMockHandler, here, /, start it with --api/],
  ["a curl that runs twice", REPEATED, {}, /for run in 1 2; do curl .*; done/],
  ["a clock that is off", EXPIRED, {}, /and the provider's Date is 5400 s b/],
])("a person reads %s", async ([, make, more, text], { expect }) => {
  expect((await linesFor(make, more)).join("\n")).toMatch(text);
});

test("a report stays what it is, whatever the customer is called", async () => {
  const careless = p.authorizing(() => p.RIGHT);
  const options = { ...p.OPTIONS, account: { customer_id: HOSTILE } };
  const verification = await verify({ ...options, fetch: careless() });
  const report = { ...verification, version: "1.2.3", date: new Date(0) };

  const xml = junit(report);
  const names = xml.matchAll(
    /<testcase classname="kwik-portal-link" name="(.*?)"/g,
  );
  expect([...names].map(([, name]) => name)).toEqual(ids);
  const tags =
    /<\/?(testsuites?|propert(y|ies)|testcase|failure|skipped)( \w+="[^"<]*")*\/?>|&#\d+;/g;
  expect(xml.slice(xml.indexOf("\n")).replace(tags, "")).not.toMatch(/[<>&"']/);
  expect(xml.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Cs}|\ufffe/u);

  const shown = { isColoured: true, isVerbose: true, allowed: [] };
  const lines = terminalLines(report, shown).join("\n");
  const own = new RegExp(String.raw`\x1b\[(0|3\d|90)m`, "g");
  expect(lines).toMatch(own);
  expect(lines.replace(own, "")).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);

  const read = JSON.parse(json(report)) as { rules: p.Fields[] };
  expect(read).toMatchObject({
    ...{ package: "kwik-portal-link@1.2.3", date: "1970-01-01T00:00:00.000Z" },
    ...{ provider: p.OPTIONS.baseUrl, outcome: "failed" },
    summary: `✗ 2 failed · ${all - 7} passed · 5 skipped`,
    counts: { failed: 2, passed: all - 7, skipped: 5 },
  });
  expect(read.rules.map(({ id }) => id)).toEqual(ids);
  const curl = expect.stringMatching(/^curl -X POST /) as string;
  const message =
    "Accepted credentials that are not the right ones (HTTP 200).";
  expect(read.rules.find(({ id }) => id === "auth.required")).toEqual({
    ...{ id: "auth.required", verdict: "failed", says: "", source: "vendor" },
    must: "Must be refused: no credentials.",
    findings: [{ message, requests: ["no credentials"], curl }],
  });
});
