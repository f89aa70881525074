import { expect, test } from "vitest";
import { contract } from "./document.js";
import { pageSlips } from "./vendor-facts.js";

test("the contract states what the vendor's pages state, and nothing else", () => {
  expect(pageSlips(contract)).toEqual([]);
});
