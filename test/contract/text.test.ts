import { expect, test, vi } from "vitest";
import { escapeHtml } from "../../src/contract/escape-html.js";
import { parseJsonOrText } from "../../src/contract/json.js";
import { memoizeLast } from "../../src/contract/memoize-last.js";

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
