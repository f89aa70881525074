// What is checked is what is sent.
import { expect, test } from "vitest";
import { KwikContractError, type PortalLinkRequest } from "../../src/index.js";
import { clientWith, request, sentBy, success } from "./answer.js";

async function refusalOf(broken: unknown): Promise<KwikContractError> {
  const kwik = clientWith(() => expect.unreachable("nothing must be sent"));
  const error: unknown = await kwik
    .createPortalLink(broken as PortalLinkRequest)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KwikContractError);
  return error as KwikContractError;
}

const cyclic: Record<string, unknown> = { ...request };
cyclic.settings = cyclic;
let deep: unknown = [];
for (let depth = 0; depth < 20_000; depth++) deep = [deep];

class Getter {
  get allow_cancel(): boolean {
    return false;
  }
}
const throwing = {
  get customer_id(): string {
    throw new Error("canary_secret\nis not there");
  },
};
const hidden = Object.defineProperty({}, "allow_cancel", { value: false });

const lost = (name: string, settings: unknown, problem: string): Row => [
  `settings with ${name}`,
  { ...request, settings },
  `settings.${problem}`,
];
type Row = [name: string, request: unknown, problem: string];

test.for<Row>([
  ["a cyclic value", cyclic, "it cannot be written as JSON (Converting circ"],
  ["a BigInt", { customer_id: 1n }, "it cannot be written as JSON (Do not"],
  ["deep nesting", { settings: deep }, "it cannot be written as JSON (Max"],
  [
    "a getter that throws",
    throwing,
    "it cannot be written as JSON ([hidden] is not there).",
  ],
  [
    "a toJSON that writes what the contract does not know",
    { ...request, toJSON: () => ({ ...request, product_ids: [] }) },
    "product_ids is not in the contract.",
  ],
  [
    "a path for a URL",
    { ...request, settings: { redirect_url: "/account" } },
    "settings.redirect_url must be an absolute URI, as in https://example.com/path.",
  ],
  ["nothing", undefined, "it must be an object."],
  ["null", null, "it must be an object."],
  ["a function", () => request, "it must be an object."],
  lost("getters", new Getter(), "allow_cancel gets lost in JSON."),
  lost("a Map", new Map([["a", 1]]), "size gets lost in JSON."),
  lost("what is hidden", hidden, "allow_cancel gets lost in JSON."),
  lost(
    "a method",
    { allow_cancel: () => 1 },
    "allow_cancel gets lost in JSON.",
  ),
  lost(
    "a symbol",
    { page_title: Symbol("a") },
    "page_title gets lost in JSON.",
  ),
  lost("NaN", { allow_cancel: NaN }, "allow_cancel must be a boolean."),
])("%s is not sent", async ([, broken, problem], { expect }) => {
  const error = await refusalOf(broken);
  expect(error.message).toContain(`The request was not sent: ${problem}`);
  expect(error.violations).toHaveLength(1);
  if (problem.includes("JSON"))
    expect(error.violations[0]).toHaveProperty("rule", "body");
  expect(error.status).toBeUndefined();
});

class Request {
  customer_id = "cus_abc123";
  settings = { products_ids: ["pro_abc123"], page_title: undefined };
  describe() {
    return this.customer_id;
  }
}
class Sized {
  get size() {
    return 1;
  }
  toJSON() {
    return request;
  }
}
const bare = Object.assign(Object.create(null) as object, request);
const ownGetter = {
  get customer_id() {
    return "cus_abc123";
  },
};

test.for<[name: string, request: object]>([
  ["a class with fields and methods", new Request()],
  ["an object without a prototype", bare],
  ["an object with own getters", ownGetter],
  ["an object with a toJSON", new Sized()],
])("%s is sent as it was checked", async ([, given], { expect }) => {
  const sent = await sentBy({ apiKey: "key", apiSecret: "secret" }, given);
  expect(await sent.json()).toEqual(JSON.parse(JSON.stringify(given)));
});

test("a request is written once", async () => {
  let written = 0;
  const kwik = clientWith(() => Response.json(success));
  const request = {
    toJSON: () => ({ customer_id: ["cus_abc123", "cus_other"][written++] }),
  };
  await kwik.createPortalLink(request as never);
  expect(written).toBe(1);
});

test("100,000 broken items make a short message", async () => {
  const products_ids = Array.from({ length: 100_000 }, () => 1);
  const error = await refusalOf({ ...request, settings: { products_ids } });
  expect(error.message).toMatch(
    /^The request was not sent: .{900,1000}\.\.\.$/,
  );
  expect(error.violations).toHaveLength(100);
});

test("a name that is a secret is not told", async () => {
  const error = await refusalOf({ ...request, canary_secret: 1, "a\nb": 1 });
  expect(error.violations.map(({ field }) => field)).toEqual([
    "[hidden]",
    "a b",
  ]);
});
