import { expect, test } from "vitest";
import { encodeBasic, readBasic } from "../../src/contract/basic-auth.js";

test.for([
  ["key", "secret"],
  ["key", "s:ecret"],
  ["kéy", "sécret🔑"],
  // In base64 these have + and /.
  ["ke~", "?>~"],
  ["ke?", "ab?"],
] as const)("reads what it wrote: %s:%s", ([apiKey, apiSecret], { expect }) => {
  const encoded = encodeBasic(apiKey, apiSecret);
  const pair = { apiKey, apiSecret, encoded };
  expect(readBasic(`Basic ${encoded}`)).toEqual(pair);
  expect(readBasic(`basic ${encoded}`)).toEqual(pair);
  const url = Buffer.from(encoded, "base64").toString("base64url");
  expect(readBasic(`Basic ${url}`)).toEqual({ ...pair, encoded: url });
});

test.for([
  undefined,
  "",
  "Basic",
  `Bearer ${btoa("key:secret")}`,
  `not Basic ${btoa("key:secret")}`,
  `Basic ${btoa("key:secret")} and more`,
  "Basic !",
  "Basic a",
  `Basic ${btoa("key")}`,
  `Basic ${btoa("key:")}`,
  `Basic ${btoa(":secret")}`,
])("%s is no pair", (header) => {
  expect(readBasic(header)).toBeUndefined();
});
