// @ts-nocheck
// Whatever it is given, a validator neither throws nor answers for another call.
import { expect, test } from "vitest";
import { compiled } from "./compiled.js";

const tree = await compiled({
  type: "object",
  required: ["value"],
  properties: {
    value: { type: "string", maxLength: 3, pattern: "^(a|b)*$" },
    children: {
      type: ["array", "null"],
      uniqueItems: true,
      items: { $ref: "#/components/schemas/Root" },
    },
    kind: { enum: ["a", { b: 1 }] },
  },
  additionalProperties: { $ref: "#/components/schemas/Root" },
});

const PLAIN = "must be plain JSON, neither cyclic nor nested too deeply";
const throwing = (trap: keyof ProxyHandler<object>) =>
  new Proxy(
    { value: "a" },
    {
      [trap]: () => {
        throw new Error("secret");
      },
    },
  );
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const cyclic: { value: string; children: unknown[] } = {
  value: "a",
  children: [],
};
cyclic.children.push(cyclic);
const cyclicAndWrong: Record<string, unknown> = {};
cyclicAndWrong.next = cyclicAndWrong;
let deep: unknown = { value: "a" };
for (let depth = 0; depth < 100_000; depth++) deep = { value: "a", next: deep };

test.for([
  [
    "a getter that throws",
    {
      get value() {
        throw new Error("secret");
      },
    },
  ],
  ["a proxy that throws on ownKeys", throwing("ownKeys")],
  ["a proxy that throws on get", throwing("get")],
  ["a revoked proxy", revoked({})],
  ["a revoked array", { value: "a", children: revoked([]) }],
  ["a cyclic value", cyclic],
  ["a cyclic value with an error at every level", cyclicAndWrong],
  ["a value 100,000 levels deep", deep],
] as const)("%s is no JSON", ([, value], { expect }) => {
  expect(tree(value)).toEqual([{ path: [], keyword: "type", message: PLAIN }]);
});

test.for([
  ["a function", () => 1],
  ["a symbol", Symbol("a")],
  ["a bigint", 1n],
  ["NaN", NaN],
  ["undefined", undefined],
  ["a string object", Object("a")],
])("%s gives violations", ([, value], { expect }) => {
  expect(tree(value)).not.toBeUndefined();
});

test("8 MB of text get the right verdict", () => {
  const text = "💥".repeat(4_000_000);
  expect(tree({ value: text })?.map(({ keyword }) => keyword)).toContain(
    "maxLength",
  );
});

test("what is wrong deep inside is found, and named", () => {
  let value: unknown = { value: 1 };
  for (let depth = 0; depth < 1000; depth++)
    value = { value: "a", next: value };
  const [error] = tree(value) ?? [];
  expect(error?.path).toEqual([...Array<string>(1000).fill("next"), "value"]);
});

test("a getter that validates another value changes no verdict", () => {
  let inner: unknown;
  const value = {
    get value() {
      inner = tree({ value: 1 });
      return "a";
    },
  };
  expect(tree(value)).toBeUndefined();
  expect(inner).toEqual([
    { path: ["value"], keyword: "type", message: "must be a string" },
  ]);
});

test("a getter is asked once, so that it cannot be two things", () => {
  let reads = 0;
  const value = {
    get value() {
      return reads++ === 0 ? "a" : 1;
    },
  };
  expect(tree(value)).toBeUndefined();
  expect(reads).toBe(1);
});

test("inherited fields do not count, and undefined is missing", () => {
  const required = [
    { path: ["value"], keyword: "required", message: "is missing" },
  ];
  expect(tree(Object.create({ value: "a" }))).toEqual(required);
  expect(tree({ value: undefined })).toEqual(required);
  expect(tree({ value: "a", next: undefined })).toBeUndefined();
});

test("a frozen value is judged as any other", () => {
  expect(
    tree(Object.freeze({ value: "a", children: Object.freeze([]) })),
  ).toBeUndefined();
});
