// @ts-nocheck
export interface Case {
  schema: unknown;
  /** Edge values; at least one is valid, and at least one is not. */
  values: unknown[];
  /** Other components that the schema refers to. */
  others?: Record<string, unknown>;
}

const string = { type: "string" };
const number = { type: "number" };
const object = { type: "object" };
const array = { type: "array" };
const fields = (properties: object, more: object = {}) => ({
  ...object,
  properties,
  ...more,
});
const format = (format: string) => ({ ...string, format });
/** Own fields with the names of inherited ones. */
const own = (json: string) => JSON.parse(json) as unknown;

const Tree = fields(
  {
    value: number,
    children: { ...array, items: { $ref: "#/components/schemas/Tree" } },
  },
  { required: ["value"] },
);
const Card = fields(
  { kind: { const: "card" }, digits: string },
  { required: ["kind", "digits"] },
);
const Bank = fields(
  { kind: { const: "bank" }, branch: string },
  { required: ["kind"] },
);
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const EMAILS = [
  "a@b.c",
  "a.b+c@d-e.com",
  "a@b",
  "a@-b.c",
  ".a@b.c",
  "a..b@c.d",
  "é@b.c",
  "a@b.c\n",
  "",
];
const TIMES = [
  "00:00:00Z",
  "23:59:59.123z",
  "23:59:60Z",
  "23:58:60Z",
  "01:59:60+02:00",
  "21:29:60-02:30",
  "24:00:00Z",
  "12:60:00Z",
  "12:00:61Z",
  "12:00:00",
  "12:00:00+02",
  "12:00:00-0230",
  "12:00:00+24:00",
  "12:00:00+02:60",
  "12:00:00.Z",
];
const DATES = [
  "2026-02-28",
  "2026-02-29",
  "2024-02-29",
  "1900-02-29",
  "2000-02-29",
  "0000-02-29",
  "2026-04-31",
  "2026-12-31",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2026-01-32",
  "2026-1-1",
  "026-01-01",
  "2026-09-30",
  "2026-11-31",
  "2026-10-31",
];
const IPV6 = [
  "::",
  "::1",
  "1::",
  "1:2:3:4:5:6:7:8",
  "1:2:3:4:5:6:7::",
  "1::2::3",
  "1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:8:9",
  "::1.2.3.4",
  "1:2:3:4:5:6:1.2.3.4",
  "1:2:3:4:5:6:7:1.2.3.4",
  "::1.2.3.256",
  "12345::",
  "g::",
  "::ffff:1.2.3.4",
  "1:2:3:4:5:6::8",
  "::2:3:4:5:6:7:8",
];

/** A schema for each keyword, alone and with others. */
export const CASES: Record<string, Case> = {
  "type: string": { schema: string, values: ["", 1, null] },
  "type: number": { schema: number, values: [1.5, "1", NaN, Infinity] },
  "type: integer": {
    schema: { type: "integer" },
    values: [1, 1.5, 1e300, "1"],
  },
  "type: boolean": { schema: { type: "boolean" }, values: [true, 0, "true"] },
  "type: null": { schema: { type: "null" }, values: [null, 0, undefined] },
  "type: array": { schema: array, values: [[], {}, { length: 0 }] },
  "type: object": { schema: object, values: [{}, [], null] },
  "type: a list": {
    schema: { type: ["string", "null"] },
    values: ["", null, 1],
  },
  "type: a list with rules of one": {
    schema: { type: ["string", "null"], maxLength: 1 },
    values: ["ab", null, 1, "a"],
  },
  "type: a list with rules of each": {
    schema: { type: ["string", "array"], maxLength: 1, maxItems: 1 },
    values: ["ab", [1, 2], 1, []],
  },
  "enum of strings": {
    schema: { ...string, enum: ["NOW", "LATER"] },
    values: ["NOW", "now", 1],
  },
  "enum of anything": {
    schema: { enum: [1, null, "", { a: [1] }, [{}], false] },
    values: [1, null, "", { a: [1] }, [{}], {}, 0, "1"],
  },
  const: { schema: { const: true }, values: [true, "true", 1] },
  "const object": {
    schema: { const: { a: 1, b: [2] } },
    values: [{ b: [2], a: 1 }, { a: 1 }, { a: 1, b: ["2"] }],
  },
  "const with __proto__": {
    schema: { const: own('{"__proto__":1}') },
    values: [own('{"__proto__":1}'), {}, own('{"__proto__":2}')],
  },
  minimum: { schema: { ...number, minimum: 2 }, values: [2, 1.9, -1] },
  maximum: { schema: { ...number, maximum: -2 }, values: [-2, -1.9] },
  exclusiveMinimum: {
    schema: { ...number, exclusiveMinimum: 0 },
    values: [0, 1e-9],
  },
  exclusiveMaximum: {
    schema: { ...number, exclusiveMaximum: 3 },
    values: [3, 2.9],
  },
  "integer with limits": {
    schema: { type: "integer", minimum: 1, maximum: 3 },
    values: [1, 0.5, 4, 2.5, "2"],
  },
  multipleOf: { schema: { ...number, multipleOf: 3 }, values: [9, 10, 0, -3] },
  "multipleOf a fraction": {
    schema: { ...number, multipleOf: 0.01 },
    values: [0.01, 0.005, 1.1, 19.99, 1e21],
  },
  minLength: {
    schema: { ...string, minLength: 2 },
    values: ["ab", "a", "💥", "💥💥"],
  },
  "minLength: 1": { schema: { ...string, minLength: 1 }, values: ["", "a"] },
  maxLength: {
    schema: { ...string, maxLength: 2 },
    values: ["💥💥", "💥💥💥", "\ud800\ud800", "abc"],
  },
  "maxLength: 1": { schema: { ...string, maxLength: 1 }, values: ["ab", "a"] },
  pattern: {
    schema: { ...string, pattern: "^a/.$" },
    values: ["a/💥", "a/", "xa/b", "a/\n"],
  },
  "pattern with a line end": {
    schema: { ...string, pattern: '"\n[\\]/\\u{1f4a5}]' },
    values: ['"\n/', '"n/'],
  },
  "format: email": { schema: format("email"), values: EMAILS },
  "format: uuid": {
    schema: format("uuid"),
    values: [
      "123e4567-e89b-12d3-a456-426614174000",
      "urn:uuid:123E4567-e89b-12d3-a456-426614174000",
      "123e4567",
      "",
    ],
  },
  "format: date": { schema: format("date"), values: DATES },
  "format: time": { schema: format("time"), values: TIMES },
  "format: date-time": {
    schema: format("date-time"),
    values: [
      ...TIMES.map((time) => `2026-03-13T${time}`),
      ...DATES.map((date) => `${date}t12:30:00+02:00`),
      ...[
        "2026-03-13 12:30:00Z",
        "2026-03-13\t12:30:00Z",
        "2026-03-13TT12:30:00Z",
        "2026-19-39T29:59:69+99:99",
        " 2026-03-13T12:30:00Z",
        "2026-03-13",
      ],
    ],
  },
  "format: hostname": {
    schema: format("hostname"),
    values: [
      "a.b-c",
      "a.",
      "-a",
      "a-",
      `${"a".repeat(63)}.b`,
      "a".repeat(64),
      "a_b",
      "",
      "a..b",
    ],
  },
  "format: ipv4": {
    schema: format("ipv4"),
    values: ["127.0.0.1", "256.1.1.1", "01.2.3.4", "1.2.3", "1.2.3.4.5"],
  },
  "format: ipv6": { schema: format("ipv6"), values: IPV6 },
  "format: uri": {
    schema: format("uri"),
    values: [
      ...IPV6.map((address) => `https://[${address}]:80/x`),
      ...[
        "http:",
        "a:b",
        "a:/",
        "a://",
        "a:///",
        "a:/b//c",
        "a:?b",
        "a:b?c#d",
        "a:b#c#d",
        "//a",
        "/a",
        "a",
        "1a:b",
        "a:%",
        "a:%2",
        "a:%2F",
        "a:%zz",
      ],
      ...[
        "a://b:c@d:80/",
        "a://b:c",
        "a://b:80:80",
        "a://b@c@d",
        "a:/[::1]",
        "a://[v1.x:y]",
        "a://[v.x]",
        "a://b c",
        "a:é",
        'a:"',
        "a:b\n",
        "a:b[",
        "ſ:a",
      ],
    ],
  },
  items: {
    schema: { ...array, items: string },
    values: [[], ["a", 1], [null, "a", 2]],
  },
  "items: false": { schema: { ...array, items: false }, values: [[], [1]] },
  prefixItems: {
    schema: { ...array, prefixItems: [string, number] },
    values: [[], ["a"], [1, "a"], ["a", 1, null]],
  },
  "prefixItems and items": {
    schema: { ...array, prefixItems: [string], items: number },
    values: [["a", 1], ["a", "b"], [1]],
  },
  "prefixItems and items: false": {
    schema: { ...array, prefixItems: [string], items: false },
    values: [["a"], ["a", 1], [1, 1]],
  },
  contains: {
    schema: { ...array, contains: { ...string, minLength: 2 } },
    values: [["ab"], ["a"], [], [1, "abc"]],
  },
  minItems: { schema: { ...array, minItems: 1 }, values: [[], [1]] },
  maxItems: {
    schema: { ...array, maxItems: 1, items: string },
    values: [["a"], [1, "a"]],
  },
  uniqueItems: {
    schema: { ...array, uniqueItems: true },
    values: [
      [1, "1", null, "null", [1], ["1"]],
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[], []],
      [{}, []],
      [true, "true"],
      ["a,b", ["a,b"], ["a", "b"]],
    ],
  },
  "uniqueItems: false": {
    schema: { ...array, uniqueItems: false },
    values: [[1, 1], {}],
  },
  properties: {
    schema: fields({ a: string, b: number }),
    values: [{}, { a: 1, b: "" }, { c: 1 }],
  },
  "properties of any name": {
    schema: fields({
      "a-b": string,
      "1": number,
      "": string,
      "a/b~c": number,
      default: string,
      é: string,
      value: number,
      errors: number,
      path: number,
      'q"\n': string,
    }),
    values: [
      {},
      {
        "a-b": 1,
        "1": "",
        "": 1,
        "a/b~c": "",
        default: 1,
        é: 1,
        value: "",
        errors: "",
        path: "",
        'q"\n': 1,
      },
    ],
  },
  "properties with inherited names": {
    schema: fields(
      { constructor: string, toString: string },
      { additionalProperties: false },
    ),
    values: [
      {},
      own('{"__proto__":"a","toString":1,"constructor":1}'),
      own('{"__proto__":1,"toString":"a"}'),
      { valueOf: 1 },
    ],
  },
  "properties: false": {
    schema: fields({ a: false, b: true, c: {} }),
    values: [{}, { a: 1 }, { b: 1, c: 1 }],
  },
  required: {
    schema: { ...object, required: ["a", "b"] },
    values: [{ a: 1, b: null }, { a: 1 }, {}],
  },
  "required with inherited names": {
    schema: { ...object, required: ["toString", "__proto__", "constructor"] },
    values: [
      {},
      own('{"toString":1,"__proto__":1,"constructor":1}'),
      own('{"__proto__":1}'),
    ],
  },
  "required and undefined": {
    schema: fields({ a: string }, { required: ["a"] }),
    values: [{ a: undefined }, { a: "" }],
  },
  "additionalProperties: false": {
    schema: fields(
      { a: string },
      { additionalProperties: false, required: ["a"] },
    ),
    values: [{ a: "" }, { a: "", c: 1 }, { b: 1 }, {}],
  },
  "additionalProperties: a schema": {
    schema: { ...object, additionalProperties: string },
    values: [{ a: "b" }, { a: 1 }, { "x.y": 2 }],
  },
  "additionalProperties beside properties": {
    schema: fields({ a: number }, { additionalProperties: string }),
    values: [
      { a: 1, b: "" },
      { a: "", b: 1 },
    ],
  },
  patternProperties: {
    schema: { ...object, patternProperties: { "^x-": string, b$: number } },
    values: [{ "x-a": "" }, { "x-b": "" }, { "x-a": 1, b: "" }],
  },
  "patternProperties, closed": {
    schema: fields(
      { a: string },
      { patternProperties: { "^x-": string }, additionalProperties: false },
    ),
    values: [{ a: "", "x-a": "" }, { b: 1 }, { "x-a": 1 }],
  },
  propertyNames: {
    schema: { ...object, propertyNames: { maxLength: 2, pattern: "^[a-z]+$" } },
    values: [{ ab: 1 }, { abc: 1 }, { "1": 1 }, {}],
  },
  minProperties: {
    schema: { ...object, minProperties: 1 },
    values: [{}, { a: 1 }],
  },
  maxProperties: {
    schema: { ...object, maxProperties: 1 },
    values: [{ a: 1, b: 1 }, { a: 1 }],
  },
  dependentRequired: {
    schema: {
      ...object,
      dependentRequired: { a: ["b", "c"], toString: ["b"] },
    },
    values: [{}, { a: 1 }, { a: 1, b: 1 }, { a: 1, b: 1, c: 1 }],
  },
  dependentSchemas: {
    schema: {
      ...object,
      dependentSchemas: { a: fields({ b: string }, { required: ["c"] }) },
    },
    values: [{ b: 1 }, { a: 1, b: 1 }, { a: 1, c: 1 }],
  },
  allOf: {
    schema: {
      allOf: [
        fields({ a: string }, { required: ["a"] }),
        { ...object, required: ["b"] },
      ],
    },
    values: [{ a: "", b: 1 }, { a: 1 }, {}],
  },
  "allOf in a typed schema": {
    schema: { ...string, allOf: [{ minLength: 2 }, { pattern: "^a" }] },
    values: ["ab", "b", 1],
  },
  anyOf: {
    schema: { anyOf: [string, { type: "integer", minimum: 2 }] },
    values: ["", 2, 1, null],
  },
  "anyOf of fields": {
    schema: { ...object, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    values: [{ a: 1 }, { b: 1 }, {}],
  },
  oneOf: {
    schema: { oneOf: [{ type: "integer" }, { ...number, minimum: 2 }] },
    values: [1, 2.5, 3, 1.5, ""],
  },
  "oneOf with a discriminator": {
    schema: {
      oneOf: [ref("TryCard"), ref("TryBank")],
      discriminator: { propertyName: "kind" },
    },
    others: { TryCard: Card, TryBank: Bank },
    values: [
      { kind: "card", digits: "1" },
      { kind: "card" },
      { kind: "bank" },
      { kind: "cash" },
      1,
    ],
  },
  not: { schema: { not: string }, values: ["", 1] },
  "if, then, else": {
    schema: fields(
      { a: { type: "boolean" }, b: string },
      {
        if: fields({ a: { const: true } }, { required: ["a"] }),
        then: { required: ["b"] },
        else: { required: ["c"] },
      },
    ),
    values: [{ a: true, b: "" }, { a: true }, { a: false }, { c: 1 }, {}],
  },
  "if and then": {
    schema: { ...string, if: { minLength: 2 }, then: { pattern: "^a" } },
    values: ["b", "ab", "bb"],
  },
  "then without if": {
    schema: { ...string, then: { maxLength: 0 } },
    values: ["b", 1],
  },
  $ref: {
    schema: fields({ a: ref("Text"), b: ref("Text") }),
    others: { Text: string },
    values: [{ a: "" }, { a: 1, b: 2 }],
  },
  "$ref with siblings": {
    schema: {
      $ref: "#/components/schemas/Text",
      maxLength: 1,
      description: "short",
    },
    others: { Text: string },
    values: ["a", "ab", 1],
  },
  "$ref into a schema": {
    schema: fields({ a: ref("Tree/properties/value") }),
    others: { Tree },
    values: [{ a: 1 }, { a: "" }],
  },
  recursion: {
    schema: ref("Tree"),
    others: { Tree },
    values: [
      { value: 1, children: [{ value: 2, children: [] }] },
      { value: 1, children: [{ value: "" }, { children: [1] }] },
      {},
    ],
  },
  "a map of schemas": {
    schema: { ...object, additionalProperties: ref("Card") },
    others: { Card },
    values: [{ a: { kind: "card", digits: "" } }, { "a.b": { digits: 1 } }],
  },
  "boolean schema": { schema: false, values: [1, null] },
  "names of globals and keywords": {
    schema: fields({ a: ref("Object"), b: ref("Array"), c: ref("fail") }),
    others: { Object: object, Array: array, fail: string },
    values: [
      { a: {}, b: [], c: "" },
      { a: [], b: {}, c: 1 },
    ],
  },
  annotations: {
    schema: {
      ...string,
      title: "T",
      description: "d",
      default: 1,
      deprecated: true,
      readOnly: true,
      writeOnly: true,
      example: 1,
      examples: [1],
      $comment: "c",
      externalDocs: {},
      "x-y": 1,
    },
    values: ["a", 1],
  },
};
