import { summaryOf } from "./messages.js";
import { block, lines, type Place, type SchemaObject } from "./place.js";

/** `$ref` and `allOf`: all that the value must be as well. */
export function reference({ $ref, allOf = [] }: SchemaObject, place: Place) {
  const { value, path, key, errors } = place.subject;
  const all = allOf.map((one, index) =>
    place.inside(["allOf", index]).print(one),
  );
  const call =
    $ref &&
    `${place.printer.functionOf($ref)}(${value}, ${path}, ${key}, ${errors});`;
  return lines(call ?? "", ...all);
}

export const choice =
  (keyword: "anyOf" | "oneOf") =>
  (schema: SchemaObject, place: Place): string => {
    const schemas = schema[keyword] ?? [];
    const attempts = schemas.map((one, index) =>
      place.attempt(one, [keyword, index]),
    );
    const passed = attempts.map(({ passes }) => passes).join(" + ");
    const [isBroken, only] =
      keyword === "anyOf"
        ? ["=== 0", ""]
        : ["!== 1", ", and only one of these"];
    const message = `must be ${schemas.map(summaryOf).join(" or ")}${only}`;
    return lines(
      ...attempts.map(({ code }) => code),
      `if (${passed} ${isBroken}) ${place.fail(keyword, message)}`,
    );
  };

export function not({ not = true }: SchemaObject, place: Place): string {
  const { code, passes } = place.attempt(not, ["not"]);
  const message = `must not be ${summaryOf(not)}`;
  return lines(code, `if (${passes}) ${place.fail("not", message)}`);
}

export function conditional(schema: SchemaObject, place: Place): string {
  if (schema.if === undefined) return "";
  const { code, passes } = place.attempt(schema.if, ["if"]);
  const branch = (name: "then" | "else") =>
    place.inside([name]).print(schema[name] ?? true);
  return lines(
    code,
    block(`if (${passes})`, branch("then")),
    block(`if (!${passes})`, branch("else")),
  );
}
