// The one judgement of a response, which the client and verify share.
import { expect, test } from "vitest";
import { isLoopback, judgeResponse } from "../../src/contract/judge.js";
import { tablesFor } from "../tables.js";

const tables = tablesFor<{
  result: object;
  bodies: [says: string, body: unknown, status?: number][];
  tolerated: [changes: object, rule: string][];
  requests: [changes: object, request: object, says: string[]][];
  unusable: string[];
  loopback: Record<string, boolean>;
  links: [baseUrl: string, link: string, allowHttp: boolean, kind: string][];
}>(import.meta);

const { result } = tables;
const request = { customer_id: "cus_abc123" };
const links = { baseUrl: "https://api.kwik.co.za/2.0", allowHttp: false };
function judge(body: unknown, status = 200, asked: object = request) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { kind, violations } = judgeResponse(asked, { status, text }, links);
  return [kind, ...violations.map(({ field, rule }) => `${field} ${rule}`)];
}
const judgeResult = (changes: object, asked?: object) =>
  judge({ status: true, result: { ...result, ...changes } }, 200, asked);

test.for(tables.bodies)("%s: %j under HTTP %s", ([says, body, status]) => {
  expect(judge(body, status).join(", ")).toBe(says);
});

test("what kept the body from being read comes first", () => {
  const response = { status: 200, text: "{", flaw: "is not UTF-8" };
  const { violations } = judgeResponse({}, response, links);
  expect(violations).toEqual([
    { field: "", rule: "body", message: "is not UTF-8" },
  ]);
});

test.for(Object.keys(result))("%s is required, and a text", (field) => {
  expect(judgeResult({ [field]: undefined })).toEqual([
    "invalid",
    `result.${field} required`,
  ]);
  expect(judgeResult({ [field]: { toString: 1 } })).toContain(
    `result.${field} type`,
  );
});

test.for(tables.tolerated)("%j is tolerated", ([changes, rule]) => {
  expect(judgeResult(changes)).toEqual(["success", `result.${rule}`]);
});

test.for(tables.requests)("%j for %j", ([changes, asked, says]) => {
  expect(judgeResult(changes, asked)).toEqual(says);
});

test.for(tables.unusable)("a link of %j is not usable", (link_url) => {
  expect(judgeResult({ link_url })).toContain("result.link_url usableLink");
});

test.for(Object.entries(tables.loopback))(
  "%s is on loopback: %s",
  ([href, expected]) => {
    expect(isLoopback(href)).toBe(expected);
  },
);

test.for(tables.links)(
  "from %s a link to %s, http allowed %s: %s",
  ([baseUrl, link_url, allowHttp, kind]) => {
    const body = { status: true, result: { ...result, link_url } };
    const response = { status: 200, text: JSON.stringify(body) };
    const from = { baseUrl, allowHttp };
    expect(judgeResponse(request, response, from).kind).toBe(kind);
  },
);
