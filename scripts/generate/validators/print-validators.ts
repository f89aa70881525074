import { UnsupportedError } from "../unsupported-error.js";
import { camelCase } from "./formats.js";
import {
  Place,
  type Printer,
  type Schema,
  type SchemaObject,
} from "./place.js";
import { printSchema } from "./print-schema.js";
import { withRuntime } from "./runtime.js";

/** What a check is given. */
const PARAMETERS = {
  value: "value",
  path: "path",
  key: "key",
  errors: "errors",
};

/**
 * A module of plain JavaScript that exports a validator for each of these schemas of `components`.
 *
 * @throws {UnsupportedError} for a schema that the validators cannot judge.
 */
export function printValidators(
  document: object,
  names: readonly string[],
): string {
  /** $ref, or body → the name of its function */
  const functions = new Map<string, string>();
  const functionNames = new Set<string>();
  const code: string[] = [];
  let variables = new Set<string>();

  function bodyOf(schema: Schema, pointer: string): string {
    const outer = variables;
    variables = new Set(Object.values(PARAMETERS));
    const body = new Place(pointer, PARAMETERS, printer).print(schema);
    variables = outer;
    return body;
  }

  function addFunction(name: string, body: string): void {
    const parameters = Object.values(PARAMETERS).join(", ");
    code.push(indented(`function ${name}(${parameters}) {\n${body}\n}`));
  }

  const printer: Printer = {
    schema: printSchema,
    variable: (name) => addUnique(name, variables),
    typesOf(ref) {
      const schema = schemaAt(document, ref);
      const type = typeof schema === "object" ? schema.type : undefined;
      return type === undefined ? undefined : [type].flat();
    },
    functionOf(ref) {
      const known = functions.get(ref);
      if (known) return known;
      const name = addUnique(`check${ref.split("/").at(-1)}`, functionNames);
      functions.set(ref, name);
      addFunction(name, bodyOf(schemaAt(document, ref), ref.slice(1)));
      return name;
    },
    functionFor(schema, pointer) {
      const body = bodyOf(schema, pointer);
      const [, called] =
        /^(\w+)\(value, path, key, errors\);$/.exec(body) ?? [];
      const known = body && (called ?? functions.get(body));
      if (known !== undefined) return known;
      const { format, type } = schema as SchemaObject;
      const [noun = "value"] = [format as string | undefined, type]
        .flat()
        .filter(Boolean);
      const name = addUnique(camelCase(`check-${noun}`), functionNames);
      functions.set(body, name);
      addFunction(name, body);
      return name;
    },
  };

  const validators = names.map((name) => {
    const check = printer.functionOf(`#/components/schemas/${name}`);
    return `const validate${name} = (value) => validate(${check}, value);`;
  });
  // A schema may have the name of a global.
  const exported = names.map((name) => `validate${name} as ${name}`).join(", ");
  return withRuntime(
    [...code, ...validators, `export { ${exported} };`, ""].join("\n"),
  );
}

function schemaAt(document: object, ref: string): Schema {
  const keys = ref
    .split("/")
    .slice(1)
    .map((key) =>
      decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"),
    );
  const schema = keys.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    document,
  );
  if (schema === undefined)
    throw new UnsupportedError(ref.slice(1), `There is no schema at ${ref}.`);
  return schema as Schema;
}

function addUnique(text: string, taken: Set<string>): string {
  const name = text.replaceAll(/[^\w$]/g, "_");
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}${count}`;
  taken.add(unique);
  return unique;
}

/** Every printed line opens a block, closes one, or does neither. */
function indented(code: string): string {
  let depth = 0;
  const indent = (line: string) => {
    if (line.startsWith("}")) depth--;
    const result = "  ".repeat(depth) + line;
    if (line.endsWith("{")) depth++;
    return result;
  };
  return code.split("\n").map(indent).join("\n");
}
