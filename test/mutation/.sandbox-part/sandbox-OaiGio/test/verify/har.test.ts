// @ts-nocheck
// verify --har: recorded exchanges, judged offline.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMockHandler } from "../../src/mock.js";
import { verifyHar } from "../../src/verify/har.js";
import { runInProcess, temporaryFolder } from "./run-command.js";

const URL_OF = "https://api.kwik.co.za/2.0/customer-portal/link";
const mock = createMockHandler({ apiKey: "key", apiSecret: "secret" });

/** An entry as browsers and proxies export it, with what the mock answers. */
async function entry(
  body: unknown,
  change: (response: { body: string; status: number }) => {
    body?: string;
    status?: number;
  } = () => ({}),
) {
  const text = JSON.stringify(body);
  const response = await mock(
    new Request(URL_OF, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa("key:secret")}`,
        "content-type": "application/json",
      },
      body: text,
    }),
  );
  const answered = { status: response.status, body: await response.text() };
  const recorded = { ...answered, ...change(answered) };
  return {
    startedDateTime: new Date().toISOString(),
    time: 12,
    request: {
      method: "POST",
      url: URL_OF,
      headers: [{ name: "Authorization", value: "Basic c2VjcmV0" }],
      postData: { mimeType: "application/json", text },
    },
    response: {
      status: recorded.status,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: {
        size: recorded.body.length,
        mimeType: "application/json",
        text: Buffer.from(recorded.body).toString("base64"),
        encoding: "base64",
      },
    },
  };
}
const link = { customer_id: "cus_mine" };
const har = (...entries: unknown[]) => JSON.stringify({ log: { entries } });
const failedRules = (text: string) =>
  verifyHar({ har: text, name: "a.har" })
    .verdicts.filter(({ verdict }) => verdict === "failed")
    .map(({ rule }) => rule.id);

test("a recording that keeps the contract passes what it shows, and skips the rest", async () => {
  const text = har(
    await entry(link),
    await entry({ ...link, subscription_id: "sub_mine" }),
    await entry({ ...link, settings: { show_invoices: 1 } }),
  );
  const { outcome, verdicts, entries } = verifyHar({
    har: text,
    name: "a.har",
  });
  expect(outcome).toBe("passed");
  expect(entries).toEqual({ judged: 3, others: 0, incomplete: 0 });
  const of = (kind: string) =>
    verdicts
      .filter(({ verdict }) => verdict === kind)
      .map(({ rule }) => rule.id);
  expect(of("passed")).toEqual(
    expect.arrayContaining([
      "accepted.noSubscription",
      "accepted.subscription",
      "request.settings.show_invoices.type",
      "echo.subscription_id",
      "response.result.link_url.unique",
    ]),
  );
  expect(of("skipped")).toContain("auth.required");
});

test("the rules are those of a provider that is asked", async () => {
  const broken = (from: string, to: string) =>
    entry(link, ({ body }) => ({ body: body.replace(from, to) }));
  expect(failedRules(har(await broken("cus_mine", "cus_other")))).toEqual([
    "echo.customer_id",
  ]);
  expect(failedRules(har(await broken("https:", "http:")))).toEqual([
    "response.result.link_url.usableLink",
  ]);
  expect(failedRules(har(await entry(link, () => ({ status: 500 }))))).toEqual([
    "response.httpStatus",
  ]);
  const accepted = await entry(
    { ...link, settings: { cancel_type: "now" } },
    () => ({
      status: 200,
      body: '{"status":true,"result":{}}',
    }),
  );
  expect(failedRules(har(accepted))).toEqual([
    "request.settings.cancel_type.enum",
  ]);
  // It was valid when it was recorded.
  const old = await broken("2026", "2026");
  old.startedDateTime = "2020-01-01T00:00:00Z";
  expect(failedRules(har(old))).toEqual([]);
  const repeated = await entry(link);
  expect(failedRules(har(repeated, repeated))).toEqual([
    "response.result.id.unique",
    "response.result.link_url.unique",
  ]);
});

test("a valid request that was refused is no fault of the provider's: its credentials are not recorded", async () => {
  const refused = await entry(link, () => ({
    status: 401,
    body: '{"status":false,"error_code":"001","error_message":"Invalid API key provided"}',
  }));
  expect(failedRules(har(refused))).toEqual([]);
});

test("other entries, and those without a body or a response, are counted and left alone", async () => {
  const { request, response, ...times } = await entry(link);
  const text = har(
    { ...times, request, response },
    {
      ...times,
      request: { ...request, url: "https://example.com/" },
      response,
    },
    { ...times, request: { ...request, method: "OPTIONS" }, response },
    { ...times, request: { ...request, url: "about:blank" }, response },
    { ...times, request, response: { ...response, status: 0 } },
    { ...times, request, response: { ...response, content: { size: 9 } } },
    { ...times, request: { ...request, postData: undefined }, response },
    "no entry",
  );
  expect(verifyHar({ har: text, name: "a.har" }).entries).toEqual({
    judged: 1,
    others: 4,
    incomplete: 3,
  });
  const elsewhere = {
    har: text,
    name: "a.har",
    baseUrl: "https://other.example",
  };
  const { outcome, stopped } = verifyHar(elsewhere);
  expect(outcome).toBe("could not be checked");
  expect(stopped).toMatch(/^none of the 8 entries is a POST/);
});

test("the command: what it judged, no secret of the file, exit 1", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "session.har");
  const recorded = await entry({ ...link, api_secret: "do_not_show" }, () => ({
    status: 200,
    body: '{"status":true,"result":{"session_id":"ses_x","link_url":"https://pay.example/portal/x"}}',
  }));
  await writeFile(file, har(recorded, await entry(link)));
  const { code, out } = await runInProcess([
    ...["--har", file, "--strict", "--report", `json=${folder}/r.json`],
  ]);
  expect(code).toBe(1);
  expect(out).toContain(`Of ${file}, 2 entries are judged.`);
  expect(out).toContain("Nothing is sent.");
  expect(out).toContain(
    "The request of entry 1 must be refused. It was accepted (HTTP 200).",
  );
  expect(out).not.toMatch(/do_not_show|ses_x|portal\/x|c2VjcmV0/);
});
