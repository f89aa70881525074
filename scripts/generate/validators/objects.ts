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
 * All keywords about fields. One loop reads each field of the object itself into a variable; a field that is `undefined` is
 * missing, as in JSON.
 */
export function objects(schema: SchemaObject, place: Place): string {
  const {
    properties = {},
    required = [],
    dependentRequired = {},
    dependentSchemas = {},
  } = schema;
  const names = [
    ...Object.keys(properties),
    ...required,
    ...Object.entries(dependentRequired).flat(2),
    ...Object.keys(dependentSchemas),
  ];
  const variables = new Map(
    [...new Set(names)].map((name) => [
      name,
      place.printer.variable(`$${name}`),
    ]),
  );
  const value = (name: string) => variables.get(name) ?? "";
  const ifThere = (name: string, code: string) =>
    block(`if (${value(name)} !== undefined)`, code);
  const ifMissing = (name: string, keyword: string, message: string) =>
    `if (${value(name)} === undefined) ${place.fail(keyword, message, quote(name))}`;

  return lines(
    variables.size > 0 ? `let ${[...variables.values()].join(", ")};` : "",
    loop(schema, place, variables),
    ...required.map((name) => ifMissing(name, "required", "is missing")),
    ...Object.entries(properties).map(([name, one]) => {
      const path = `[${place.subject.path}, ${quote(name)}]`;
      const field = { value: value(name), path };
      return ifThere(
        name,
        place.inside(["properties", name], field).print(one),
      );
    }),
    ...Object.entries(dependentRequired).flatMap(([name, others]) => {
      const message = `must be there when ${name} is`;
      return others.map((other) =>
        ifThere(name, ifMissing(other, "dependentRequired", message)),
      );
    }),
    ...Object.entries(dependentSchemas).map(([name, one]) =>
      ifThere(name, place.inside(["dependentSchemas", name]).print(one)),
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
  const { value, path } = place.subject;
  const key = place.printer.variable("key");
  const field = place.printer.variable("field");
  const judge = (one: Schema, ...keys: string[]) => {
    const at = place.inside(keys, { value: field, path: `[${path}, ${key}]` });
    return block(`if (${field} !== undefined)`, at.print(one));
  };
  const patterns = Object.entries(patternProperties).map(([pattern, one]) => {
    const keys = ["patternProperties", pattern];
    const test = `${patternOf(pattern, place.inside(keys))}.test(${key})`;
    return { test, code: judge(one, ...keys) };
  });
  const extra =
    additionalProperties === false
      ? place.fail("additionalProperties", "is not in the contract", key)
      : judge(additionalProperties, "additionalProperties");
  const isUnmatched = patterns.map(({ test }) => `!${test}`).join(" && ");
  const rest = isUnmatched ? block(`if (${isUnmatched})`, extra) : extra;

  const isFieldRead = extra.includes(field) || patterns.length > 0;
  const cases = [...variables].map(([name, variable]) => {
    const read = isFieldRead ? field : `${value}[${quote(name)}]`;
    const own = Object.hasOwn(properties, name) ? "" : rest;
    return block(
      `case ${quote(name)}:`,
      lines(`${variable} = ${read};`, own, "break;"),
    );
  });
  return block(
    `for (const ${key} of Object.keys(${value}))`,
    lines(
      propertyNames === true ? "" : name(propertyNames, place, key),
      isFieldRead ? `const ${field} = ${value}[${key}];` : "",
      cases.length > 0
        ? block(`switch (${key})`, lines(...cases, block("default:", rest)))
        : rest,
      ...patterns.map(({ test, code }) => block(`if (${test})`, code)),
    ),
  );
}

function name(propertyNames: Schema, place: Place, key: string): string {
  const subject = { value: key, types: ["string"] };
  const name = place.attempt(propertyNames, ["propertyNames"], subject);
  const message = `"has a field name that " + ${name.errors}[0].message`;
  const fail = place.failWith("propertyNames", message);
  return lines(name.code, `if (!${name.passes}) ${fail}`);
}
