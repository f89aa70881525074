import { expect, test } from "vitest";
import { contract } from "./document.js";
import { pageSlips } from "./page-slips.js";

test("the contract states what the vendor's pages state, and nothing else", () => {
  expect(pageSlips(contract)).toEqual([]);
});
