// @ts-nocheck
import { UnsupportedError } from "../unsupported-error.js";
import { formats, functionOf } from "./formats.js";
import { oneOf } from "./messages.js";
import { type Place, type Print } from "./place.js";

/**
 * Keywords that one condition decides: the type of value each is about, the JavaScript condition under which the value `$` breaks
 * the limit `#`, and what the value must be.
 */
export const limits: Record<
  string,
  [type: string | undefined, isBroken: string, message: string]
> = {
  const: [undefined, "#", "must be #"],
  enum: [undefined, "#", "must be #"],
  minimum: ["number", "$ < #", "must be at least #"],
  maximum: ["number", "$ > #", "must be at most #"],
  exclusiveMinimum: ["number", "$ <= #", "must be more than #"],
  exclusiveMaximum: ["number", "$ >= #", "must be less than #"],
  multipleOf: [
    "number",
    "$ / # !== parseInt($ / #)",
    "must be a multiple of #",
  ],
  // A text never has more code points than units.
  minLength: [
    "string",
    "$.length < # || codePoints($) < #",
    "must not be shorter than # characters",
  ],
  maxLength: [
    "string",
    "$.length > # && codePoints($) > #",
    "must not be longer than # characters",
  ],
  pattern: ["string", "!#.test($)", "must match the pattern #"],
  format: ["string", "!#($)", "must be #"],
  minItems: ["array", "$.length < #", "must have at least # items"],
  maxItems: ["array", "$.length > #", "must have at most # items"],
  uniqueItems: [
    "array",
    "# && new Set($.map(canonical)).size < $.length",
    "must not have the same item twice",
  ],
  minProperties: [
    "object",
    "Object.keys($).length < #",
    "must have at least # fields",
  ],
  maxProperties: [
    "object",
    "Object.keys($).length > #",
    "must have at most # fields",
  ],
};

export function printLimit(keyword: string): Print {
  const [, isBroken = "", message = ""] = limits[keyword] ?? [];
  return (schema, place) => {
    const { value } = place.subject;
    const [source, text] = argumentOf(keyword, schema[keyword], place);
    const condition = isBroken.replaceAll(/[$#]/g, (sign) =>
      sign === "$" ? value : source,
    );
    const sentence = message
      .replace("#", () => text)
      .replace(/( 1 \w+)s$/, "$1");
    return `if (${condition}) ${place.fail(keyword, sentence)}`;
  };
}

/** The argument of a keyword, as JavaScript and as words. */
function argumentOf(
  keyword: string,
  argument: unknown,
  place: Place,
): [source: string, text: string] {
  const { value } = place.subject;
  switch (keyword) {
    case "const":
      return [differs(value, argument), oneOf([argument])];
    case "enum": {
      const values = argument as unknown[];
      return [
        values.map((one) => differs(value, one)).join(" && "),
        oneOf(values),
      ];
    }
    case "pattern":
      return [
        patternOf(argument as string, place.inside([keyword])),
        argument as string,
      ];
    case "format": {
      const name = argument as string;
      if (Object.hasOwn(formats, name))
        return [functionOf(name), formats[name]?.noun ?? ""];
      throw new UnsupportedError(
        place.inside([keyword]).pointer,
        `The validators do not know the format "${name}". Use ${Object.keys(formats).join(", ")}, or a \`pattern\`, or add it to scripts/generate/validators/formats.ts.`,
      );
    }
    default:
      return [JSON.stringify(argument), JSON.stringify(argument)];
  }
}

function differs(value: string, expected: unknown): string {
  const json = JSON.stringify(expected);
  return typeof expected === "object" && expected !== null
    ? `canonical(${value}) !== canonical(JSON.parse(${JSON.stringify(json)}))`
    : `${value} !== ${json}`;
}

/** A regular expression of the contract, as JavaScript. */
export function patternOf(pattern: string, { pointer }: Place): string {
  try {
    return String(new RegExp(pattern, "u"));
  } catch (error) {
    throw new UnsupportedError(
      pointer,
      `${(error as Error).message}. Correct the pattern: it is a JavaScript regular expression with the flag u.`,
    );
  }
}
