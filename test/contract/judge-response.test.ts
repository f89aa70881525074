// The one judgement of a response, which the client and verify share.
import { expect, test } from "vitest";
import { operations } from "../../src/contract/generated.js";
import { judgeResponse } from "../../src/contract/judge-response.js";

const request = { customer_id: "cus_abc123" };
const result = {
  id: "cpl_abc123",
  session_id: "ses_abc123",
  customer_id: "cus_abc123",
  link_url: "https://pay.kwik.co.za/portal/abc123",
  expires_at: "2026-03-13T12:30:00Z",
};
const judge = (
  body: unknown,
  status = 200,
  baseUrl = "https://api.kwik.co.za/2.0",
) =>
  judgeResponse(
    operations.createPortalLink,
    request,
    { status, body: typeof body === "string" ? body : JSON.stringify(body) },
    baseUrl,
  );
const judgeResult = (changes: object, baseUrl?: string) => {
  const judgement = judge(
    { status: true, result: { ...result, ...changes } },
    200,
    baseUrl,
  );
  return "violations" in judgement
    ? [
        judgement.kind,
        ...judgement.violations.map(({ field, rule }) => `${field} ${rule}`),
      ]
    : [judgement.kind];
};

test.for([
  [200, "success"],
  [201, "success"],
  [299, "success"],
  [199, "failure"],
  [300, "failure"],
  [500, "failure"],
] as const)("HTTP %i with a link is a %s", ([status, kind], { expect }) => {
  expect(judge({ status: true, result }, status).kind).toBe(kind);
});

test("`status: false` is a failure under any HTTP status", () => {
  expect(judge({ status: false })).toEqual({
    kind: "failure",
    body: { status: false },
  });
});

test.for([
  ["", "is empty"],
  ["<h1>", "is not JSON"],
] as const)("a body of %j %s", ([body, message], { expect }) => {
  expect(judge(body)).toEqual({
    kind: "invalid",
    body: undefined,
    violations: [{ field: "", rule: "body", message }],
  });
});

test("what kept the body from being read decides, but not over a failure", () => {
  const flawed = (body: object) =>
    judgeResponse(
      operations.createPortalLink,
      request,
      { status: 200, body: JSON.stringify(body), flaw: "is not UTF-8" },
      "https://api.kwik.co.za/2.0",
    );
  expect(flawed({ status: true, result })).toMatchObject({
    kind: "invalid",
    violations: [{ field: "", rule: "body", message: "is not UTF-8" }],
  });
  expect(flawed({ status: false }).kind).toBe("failure");
});

test.for<[changes: object, judged: string[]]>([
  [{}, ["success"]],
  [{ new_field: "", note: " " }, ["success"]],
  [{ id: "" }, ["invalid", "result.id blank"]],
  [{ session_id: " \n" }, ["invalid", "result.session_id blank"]],
  [
    { customer_id: "cus_other" },
    ["invalid", "result.customer_id matchesRequest"],
  ],
  [
    { subscription_id: "sub_abc123" },
    ["invalid", "result.subscription_id matchesRequest"],
  ],
  [{ expires_at: "soon" }, ["success", "result.expires_at format"]],
  [{ session_id: "s".repeat(33) }, ["success", "result.session_id maxLength"]],
  [{ id: 1 }, ["invalid", "result.id type"]],
  [{ link_url: "https://a/b" }, ["success"]],
  [{ link_url: "HTTPS://a" }, ["success"]],
  [{ link_url: "https:///7" }, ["invalid", "result.link_url usableLink"]],
  [{ link_url: "http://a/b" }, ["invalid", "result.link_url usableLink"]],
  [{ link_url: "http://a/https:" }, ["invalid", "result.link_url usableLink"]],
])("a result with %j is judged %j", ([changes, judged], { expect }) => {
  expect(judgeResult(changes)).toEqual(judged);
});

test("an http link is usable from loopback alone", () => {
  const link_url = "http://127.0.0.1/portal/abc123";
  expect(judgeResult({ link_url }, "http://127.0.0.1:4010")).toEqual([
    "success",
  ]);
  expect(judgeResult({ link_url }, "https://127.0.0.1:4010")).toEqual([
    "invalid",
    "result.link_url usableLink",
  ]);
});
