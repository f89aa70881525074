// @ts-nocheck
import { UnsupportedError } from "../unsupported-error.js";
import { arrays, contains } from "./arrays.js";
import { choice, conditional, not, reference } from "./combinators.js";
import { limits, printLimit } from "./limits.js";
import { objects } from "./objects.js";
import { type Place, type Print, type SchemaObject } from "./place.js";

interface Keyword {
  /** The type of value that it is about; without one, any. */
  type?: string | undefined;
  /** Keywords that one piece of code judges share it. */
  print: Print;
}

const keywords = new Map<string, Keyword>([
  ["type", { print: () => "" }],
  ...Object.entries(limits).map(
    ([name, [type]]) => [name, { type, print: printLimit(name) }] as const,
  ),
  ["items", { type: "array", print: arrays }],
  ["prefixItems", { type: "array", print: arrays }],
  ["contains", { type: "array", print: contains }],
  ["properties", { type: "object", print: objects }],
  ["required", { type: "object", print: objects }],
  ["additionalProperties", { type: "object", print: objects }],
  ["patternProperties", { type: "object", print: objects }],
  ["propertyNames", { type: "object", print: objects }],
  ["dependentRequired", { type: "object", print: objects }],
  ["dependentSchemas", { type: "object", print: objects }],
  ["$ref", { print: reference }],
  ["allOf", { print: reference }],
  ["anyOf", { print: choice("anyOf") }],
  ["oneOf", { print: choice("oneOf") }],
  ["not", { print: not }],
  ["if", { print: conditional }],
  ["then", { print: conditional }],
  ["else", { print: conditional }],
]);

const ANNOTATION =
  /^(title|description|default|deprecated|readOnly|writeOnly|examples?|\$comment|discriminator|externalDocs|x-.*)$/;

/**
 * The keywords of a schema that judge something.
 *
 * @throws {UnsupportedError} for one that the validators do not know, or that stands without the type it is about.
 */
export function keywordsOf(schema: SchemaObject, place: Place): Keyword[] {
  const names = Object.keys(schema).filter((name) => !ANNOTATION.test(name));
  return names.map((name) => {
    const keyword = keywords.get(name);
    const { pointer, subject } = place.inside([name]);
    if (!keyword)
      throw new UnsupportedError(
        pointer,
        `The validators do not know the keyword \`${name}\`. Say it with ${[...keywords.keys()].join(", ")}, or teach it to scripts/generate/validators/keywords.ts.`,
      );
    const { type } = keyword;
    const has = subject.types
      ?.map((one) => (one === "integer" ? "number" : one))
      .includes(type ?? "");
    if (type && !has)
      throw new UnsupportedError(
        pointer,
        `\`${name}\` is about values of type ${type}, and the schema does not ask for that type: add \`type: ${type}\`, or remove \`${name}\`.`,
      );
    return keyword;
  });
}
