// @ts-nocheck
import { keywordsOf } from "./keywords.js";
import { nounOf } from "./messages.js";
import { block, lines, Place, type Schema } from "./place.js";

/**
 * The JavaScript that judges a value by a schema.
 *
 * @throws {UnsupportedError} for what the validators cannot judge.
 */
export function printSchema(schema: Schema, place: Place): string {
  if (schema === true) return "";
  if (schema === false) return place.fail("false schema", "must not be there");
  const { value } = place.subject;
  const own = schema.type === undefined ? undefined : [schema.type].flat();
  const target = schema.$ref && place.printer.typesOf(schema.$ref);
  const types = own ?? (target || place.subject.types);
  const typed = place.inside([], { types });
  const keywords = keywordsOf(schema, typed);
  const codeOf = (type?: string) => {
    const prints = keywords
      .filter((one) => one.type === type)
      .map(({ print }) => print);
    return lines(...[...new Set(prints)].map((print) => print(schema, typed)));
  };

  const bodies = ["number", "string", "array", "object"].map((type) =>
    block(`if (${testOf(type, value)})`, codeOf(type)),
  );
  if (!own) return lines(...bodies, codeOf());
  const test = own.map((type) => testOf(type, value)).join(" || ");
  const mistyped = place.fail("type", `must be ${nounOf(own)}`);
  const [body = "", ...more] = bodies.filter(Boolean);
  // One test does for both.
  return more.length === 0 && body.startsWith(`if (${test}) {`)
    ? lines(`${body} else ${mistyped}`, codeOf())
    : lines(`if (!(${test})) ${mistyped}`, ...bodies, codeOf());
}

function testOf(type: string, value: string): string {
  switch (type) {
    case "null":
      return `${value} === null`;
    case "array":
      return `Array.isArray(${value})`;
    case "object":
      return `isObject(${value})`;
    case "number":
      return `Number.isFinite(${value})`;
    case "integer":
      return `Number.isInteger(${value})`;
    default:
      return `typeof ${value} === "${type}"`;
  }
}
