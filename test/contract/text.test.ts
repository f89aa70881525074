import { expect, test, vi } from "vitest";
import { escapeHtml } from "../../src/contract/escape-html.js";
import { parseJsonOrText } from "../../src/contract/json.js";
import { memoizeLast } from "../../src/contract/memoize-last.js";
import { redactor } from "../../src/contract/redact.js";
import { isTolerated } from "../../src/contract/success-violations.js";
import { oneLine } from "../../src/client/one-line.js";

test("parseJsonOrText", () => {
  expect(parseJsonOrText("[1]")).toEqual([1]);
  expect(parseJsonOrText("[1")).toBe("[1");
  expect(parseJsonOrText("")).toBeUndefined();
});

test("escapeHtml", () => {
  expect(escapeHtml(`<a b="c">&'`)).toBe("&#60;a b=&#34;c&#34;&#62;&#38;&#39;");
});

test("memoizeLast", () => {
  const make = vi.fn((key: string) => [key]);
  const memoized = memoizeLast(make);
  expect(memoized("a")).toBe(memoized("a"));
  expect([memoized("b"), memoized("a")]).toEqual([["b"], ["a"]]);
  expect(make).toHaveBeenCalledTimes(3);
});

test("oneLine", () => {
  expect(oneLine("12345", 5)).toBe("12345");
  expect(oneLine("123456", 5)).toBe("12345...");
});

test("a violation of another keyword of a like name is not tolerated", () => {
  expect(isTolerated({ field: "", message: "", rule: "pattern" })).toBe(true);
  const rule = "patternProperties";
  expect(isTolerated({ field: "", message: "", rule })).toBe(false);
});

test.for([
  ["a key that is a short word", ["user"], "user unknown"],
  ["the contract's own path", [], "Cannot POST /customer-portal/link"],
  ["what would be text from within, by chance", [], "xY2FuYXJ5aHV"],
  ["bytes that begin as no text", [], "AWFiY2RlZmdoaWpr"],
  ["bytes that end as no text", [], "YWJjZGVmZ2hpamsB"],
] as const)("redaction leaves alone %s", ([, secrets, text], { expect }) => {
  expect(redactor(secrets)(text)).toBe(text);
});

test.for([
  ["a key of five characters", ["usera"], "usera unknown", "[hidden] unknown"],
  [
    "what follows a letter that grows in lower case",
    ["canary_secret"],
    "\u0130\u0130 CANARY_secret",
    "\u0130\u0130 [hidden]",
  ],
  ["base64url", ["s3cr?t>>>???~~~"], "czNjcj90Pj4-Pz8_fn5-", "[hidden]"],
  ["a short text in base64", [], "Y2FuYXJ5LTF4", "[hidden]"],
  ["a piece of base64", [], "xY2FuYXJ5dzU4ZTJ", "[hidden]"],
  [
    "a path that goes on from the contract's",
    [],
    "/customer-portal/link/a",
    "[hidden]",
  ],
] as const)("redaction hides %s", ([, secrets, text, shown], { expect }) => {
  expect(redactor(secrets)(text)).toBe(shown);
});

test("redaction resolves a letter of several bytes", () => {
  expect(redactor([])("caf%C3%A9")).toBe("café");
});
