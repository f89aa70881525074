// What is checked is what is sent, and what the request object shows.
import { expect, test } from "vitest";
import { KwikContractError } from "../../src/index.js";
import { clientWith, failureOf, request, sentBy, unsent } from "./client.js";

async function refusalOf(broken: unknown): Promise<KwikContractError> {
  const call = clientWith(unsent).createPortalLink(broken as never);
  const error = (await failureOf(call)) as KwikContractError;
  expect(error).toBeInstanceOf(KwikContractError);
  expect(error.status).toBeUndefined();
  return error;
}

const cyclic: Record<string, unknown> = { ...request };
cyclic.settings = cyclic;
let deep: unknown = [];
for (let depth = 0; depth < 20_000; depth++) deep = [deep];
const throwing = {
  get customer_id(): string {
    throw new Error("canary_key\nis not there");
  },
};
const set = (settings: unknown) => ({ ...request, settings });
const json = (toJSON: object, shown: object = request) => ({
  ...shown,
  toJSON: () => toJSON,
});
const turned = Object.assign(["pro_small"], { toJSON: () => ["pro_large"] });
const cannot = "it cannot be written as JSON";

test.for<[problem: string, request: unknown]>([
  [`${cannot} (Converting circ`, cyclic],
  [`${cannot} (Do not`, { customer_id: 1n }],
  [`${cannot} (Max`, set(deep)],
  [`${cannot} ([hidden] is not there).`, throwing],
  ["it must be an object.", undefined],
  ["it must be an object.", () => request],
  ["customer_id must not be empty.", { customer_id: "" }],
  ["settings.allow_cancel must be a boolean.", set({ allow_cancel: NaN })],
  ["settings.redirect_url must be an absolute", set({ redirect_url: "/a" })],
  ["product_ids is not in the contract.", json({ ...request, product_ids: 1 })],
  ["customer_id gets lost in JSON.", Object.create(request)],
  ["customer_id gets lost in JSON.", json({ customer_id: "cus_other" })],
  ["settings gets lost in JSON.", json(request, set({}))],
  ["settings gets lost in JSON.", set(new Map([["allow_cancel", false]]))],
  ["settings gets lost in JSON.", set(new URLSearchParams("allow_cancel=no"))],
  ["settings.products_ids gets lost in", set({ products_ids: new Set("p") })],
  ["settings.products_ids gets lost in", set({ products_ids: turned })],
])("%s", async ([problem, broken]) => {
  const error = await refusalOf(broken);
  expect(error.message).toContain(`The request was not sent: ${problem}`);
  expect(error.violations).toHaveLength(1);
  if (problem.includes("JSON")) expect(error.violations[0]?.rule).toBe("body");
});

class Getter {
  get allow_cancel(): boolean {
    return false;
  }
}
class Derived extends Getter {}
const allow_cancel = false;
const hidden = { allow_cancel: { value: false } };
test.for<[name: string, settings: unknown]>([
  ["a getter of a class", new Getter()],
  ["a getter of a class above", new Derived()],
  ["inherited", Object.create({ allow_cancel })],
  ["not enumerable", Object.defineProperties({}, hidden)],
  ["a method", { allow_cancel: () => false }],
  ["a symbol", { allow_cancel: Symbol("no") }],
  ["left out by a toJSON", json({}, { allow_cancel })],
  ["turned round by one", json({ allow_cancel: true }, { allow_cancel })],
])("a setting %s is not lost", async ([, settings]) => {
  const { message } = await refusalOf(set(settings));
  expect(message).toMatch(": settings.allow_cancel gets lost in JSON.");
});

class Fields {
  customer_id = "cus_abc123";
  settings = { products_ids: ["pro_abc123"], page_title: undefined };
  describe() {
    return this.customer_id;
  }
}
const getter = {
  get customer_id() {
    return "cus_abc123";
  },
};
const bare = Object.assign(Object.create(null) as object, request);
test.for<[name: string, request: object]>([
  ["a class with fields and methods", new Fields()],
  ["an object without a prototype", bare],
  ["an object with own getters", getter],
  ["an object with a toJSON that shows nothing else", json(request, {})],
  ["a URL", set({ redirect_url: new URL("https://shop.example/") })],
])("%s is sent as it was checked", async ([, given]) => {
  const sent = await sentBy({}, given);
  expect(await sent.json()).toEqual(JSON.parse(JSON.stringify(given)));
});

test("a request is written once", async () => {
  const ids = ["cus_abc123", "cus_other"];
  const sent = await sentBy({}, { customer_id: { toJSON: () => ids.shift() } });
  expect(await sent.json()).toEqual(request);
  expect(ids).toHaveLength(1);
});

test("100,000 broken items make a short message", async () => {
  const products_ids = Array.from({ length: 100_000 }, () => 1);
  const { message, violations } = await refusalOf(set({ products_ids }));
  expect(message).toMatch(/^The request was not sent: .{900,1000}\.\.\.$/);
  expect(violations).toHaveLength(100);
});

test("a name that is a secret is not told", async () => {
  const broken = { ...request, canary_key: 1, "a\nb": 1 };
  const { violations } = await refusalOf(broken);
  expect(violations.map(({ field }) => field)).toEqual(["[hidden]", "a b"]);
});
