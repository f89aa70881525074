import { patternOf } from "./limits.js";
import {
  block,
  lines,
  type Place,
  type Schema,
  type SchemaObject,
} from "./place.js";

const quote = (name: string) => JSON.stringify(name);

/**
 * All keywords about fields. One loop reads each field of the object itself once; a field that is `undefined` is missing, as in
 * JSON.
 */
export function objects(schema: SchemaObject, place: Place): string {
  const {
    required = [],
    dependentRequired = {},
    dependentSchemas = {},
  } = schema;
  const { printer } = place;
  /** Fields that are asked about behind the loop. */
  const variables = new Map(
    [
      ...required,
      ...Object.entries(dependentRequired).flat(2),
      ...Object.keys(dependentSchemas),
    ].map((name) => [name, ""]),
  );
  for (const name of variables.keys())
    variables.set(name, printer.variable(`$${name}`));
  const is = (name: string, sign: "===" | "!==") =>
    `${variables.get(name)} ${sign} undefined`;
  const fail = (keyword: string, message: string, name: string) =>
    place.fail(keyword, message, quote(name));

  return lines(
    variables.size > 0 ? `let ${[...variables.values()].join(", ")};` : "",
    loop(schema, place, variables),
    ...required.map(
      (name) =>
        `if (${is(name, "===")}) ${fail("required", "is missing", name)}`,
    ),
    ...Object.entries(dependentRequired).flatMap(([name, others]) =>
      others.map(
        (other) =>
          `if (${is(name, "!==")} && ${is(other, "===")}) ${fail("dependentRequired", `must be there when ${name} is`, other)}`,
      ),
    ),
    ...Object.entries(dependentSchemas).map(([name, one]) =>
      block(
        `if (${is(name, "!==")})`,
        place.inside(["dependentSchemas", name]).print(one),
      ),
    ),
  );
}

function loop(
  schema: SchemaObject,
  place: Place,
  variables: ReadonlyMap<string, string>,
): string {
  const {
    properties = {},
    patternProperties = {},
    additionalProperties = true,
    propertyNames = true,
  } = schema;
  const { printer, subject, ownPath } = place;
  const { value, errors } = subject;
  const [own, key, field] = ["own", "key", "field"].map((name) =>
    printer.variable(name),
  ) as [string, string, string];
  const judge = (one: Schema, variable: string, ...keys: string[]) => {
    const check = printer.functionFor(one, place.inside(keys).pointer);
    return (
      check &&
      `if (${variable} !== undefined) ${check}(${variable}, ${own}, ${key}, ${errors});`
    );
  };

  const patterns = Object.entries(patternProperties).map(([pattern, one]) => {
    const keys = ["patternProperties", pattern];
    const test = `${patternOf(pattern, place.inside(keys))}.test(${key})`;
    return { test, code: judge(one, field, ...keys) };
  });
  const extra =
    additionalProperties === false
      ? place.fail("additionalProperties", "is not in the contract", key)
      : judge(additionalProperties, field, "additionalProperties");
  const isUnmatched = patterns.map(({ test }) => `!${test}`).join(" && ");
  const rest = isUnmatched ? block(`if (${isUnmatched})`, extra) : extra;

  const isFieldRead = extra.includes(field) || patterns.length > 0;
  const cases = [
    ...new Set([...Object.keys(properties), ...variables.keys()]),
  ].map((name) => {
    const variable = variables.get(name) ?? field;
    const one = properties[name];
    const code =
      one === undefined ? rest : judge(one, variable, "properties", name);
    const read =
      isFieldRead && variable === field
        ? ""
        : `${variable} = ${isFieldRead ? field : `${value}[${quote(name)}]`};`;
    return block(
      `case ${quote(name)}:`,
      lines(code || variable !== field ? read : "", code, "break;"),
    );
  });
  const body = lines(
    propertyNames === true ? "" : name(propertyNames, place, key),
    isFieldRead ? `const ${field} = ${value}[${key}];` : "",
    cases.length > 0
      ? block(`switch (${key})`, lines(...cases, block("default:", rest)))
      : rest,
    ...patterns.map(({ test, code }) => block(`if (${test})`, code)),
  );
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(body);
  return lines(
    uses(own) ? `const ${own} = ${ownPath};` : "",
    !isFieldRead && uses(field) ? `let ${field};` : "",
    block(`for (const ${key} of Object.keys(${value}))`, body),
  );
}

function name(propertyNames: Schema, place: Place, key: string): string {
  const subject = { value: key, types: ["string"] };
  const name = place.attempt(propertyNames, ["propertyNames"], subject);
  const message = `"has a field name that " + ${name.errors}[0].message`;
  const fail = place.failWith("propertyNames", message);
  return lines(name.code, `if (!${name.passes}) ${fail}`);
}
