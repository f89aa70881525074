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

test.for<[name: string, request: unknown, message: RegExp]>([
  ["a cyclic value", cyclic, /cannot be written as JSON \(Converting circular/],
  ["a BigInt", { customer_id: 1n }, /cannot be written as JSON \(.*BigInt/],
  ["what is nested too deep", { settings: deep }, /cannot be written as JSON/],
  [
    "a getter that throws",
    {
      get customer_id(): string {
        throw new Error("canary_secret\nis not there");
      },
    },
    /^The request was not sent: it cannot be written as JSON \(\[hidden\] is not there\)\.$/,
  ],
  [
    "a toJSON that writes what the contract does not know",
    { ...request, toJSON: () => ({ ...request, product_ids: [] }) },
    /: product_ids is not in the contract\.$/,
  ],
  [
    "a class whose settings are getters",
    {
      ...request,
      settings: new (class {
        get allow_cancel() {
          return false;
        }
      })(),
    },
    /: settings\.allow_cancel gets lost in JSON\.$/,
  ],
  [
    "settings that are a Map",
    { ...request, settings: new Map([["allow_cancel", false]]) },
    /: settings\.size gets lost in JSON\.$/,
  ],
  [
    "a property that is not enumerable",
    {
      ...request,
      settings: Object.defineProperty({}, "allow_cancel", { value: false }),
    },
    /: settings\.allow_cancel gets lost in JSON\.$/,
  ],
  [
    "a function",
    { ...request, settings: { allow_cancel: () => false } },
    /: settings\.allow_cancel gets lost in JSON\.$/,
  ],
  [
    "a symbol",
    { ...request, settings: { page_title: Symbol("title") } },
    /: settings\.page_title gets lost in JSON\.$/,
  ],
  [
    "NaN",
    { ...request, settings: { allow_cancel: NaN } },
    /: settings\.allow_cancel must be a boolean\.$/,
  ],
  ["nothing", undefined, /: it must be an object\.$/],
  ["null", null, /: it must be an object\.$/],
  ["a function for a request", () => request, /: it must be an object\.$/],
])("%s is not sent", async ([, broken, message], { expect }) => {
  const error = await refusalOf(broken);
  expect(error.message).toMatch(message);
  expect(error.violations).toHaveLength(1);
  expect(error.status).toBeUndefined();
});

test.for<[name: string, request: () => object]>([
  [
    "an instance of a class with fields and methods",
    () =>
      new (class {
        customer_id = "cus_abc123";
        settings = { products_ids: ["pro_abc123"], page_title: undefined };
        describe() {
          return this.customer_id;
        }
      })(),
  ],
  [
    "an object without a prototype",
    () => Object.assign(Object.create(null) as object, request),
  ],
  [
    "an object with own getters",
    () => ({
      get customer_id() {
        return "cus_abc123";
      },
    }),
  ],
  [
    "an object with a toJSON",
    () =>
      new (class {
        get size() {
          return 1;
        }
        toJSON() {
          return request;
        }
      })(),
  ],
])("%s is sent as it was checked", async ([, make], { expect }) => {
  const sent = await sentBy({ apiKey: "key", apiSecret: "secret" }, make());
  expect(await sent.json()).toEqual(JSON.parse(JSON.stringify(make())));
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
