// @ts-nocheck
import { expect, test } from "vitest";
import { portable } from "../../scripts/generate/portable.js";
import { contract } from "../contract/document.js";

const message = (schema: object) => ({
  description: "A message.",
  content: { "application/json": { schema } },
});
const failure = { $ref: "#/components/responses/Failure" };
const documentWith = (operation: object, schemas: object = {}) => ({
  paths: { "/links/create": { post: { responses: {}, ...operation } } },
  components: { schemas, responses: { Failure: message({ const: false }) } },
});
const operationOf = (operation: object) =>
  portable(documentWith(operation)).paths["/links/create"].post;
const schemaOf = (schema: object) =>
  portable(documentWith({}, { A: schema })).components.schemas;

test("a portable contract stays as it is, and the document given is not changed", () => {
  const before = structuredClone(contract);
  const once = portable(contract);
  expect(portable(once)).toEqual(once);
  expect(contract).toEqual(before);
});

test("responses stand inline", () => {
  const responses = { 404: failure, default: failure };
  const inline = message({ const: false, enum: [false] });
  expect(operationOf({ responses }).responses).toEqual({
    404: inline,
    default: inline,
  });
  expect(portable(documentWith({})).components).not.toHaveProperty("responses");
});

test("an operation has the first segment of its path as its tag, or its own", () => {
  const declared = { name: "own", description: "Of its own." };
  const tagsOf = (tags: object) => {
    const document = { ...documentWith(tags), tags: [declared] };
    const result = portable(document);
    return [result.tags, result.paths["/links/create"].post];
  };
  expect(tagsOf({})).toMatchObject([
    [declared, { name: "links" }],
    { tags: ["links"] },
  ]);
  expect(tagsOf({ tags: ["own"] })).toMatchObject([
    [declared],
    { tags: ["own"] },
  ]);
});

test("example and const are rewritten wherever a schema stands", () => {
  const before = { type: "string", example: "a", const: "b" };
  const after = { type: "string", examples: ["a"], const: "b", enum: ["b"] };
  const schema = (one: object) => ({
    properties: { p: one },
    items: one,
    oneOf: [one],
    additionalProperties: one,
    if: one,
  });
  expect(schemaOf(schema(before))).toEqual({ A: schema(after) });
});

test("a field named like a keyword and the data of an example stay", () => {
  const data = { example: 1, const: 2 };
  expect(
    schemaOf({ properties: { example: {}, const: {} }, example: data }),
  ).toEqual({
    A: { properties: { example: {}, const: {} }, examples: [data] },
  });
});
