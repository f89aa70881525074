import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import type { OpenAPI3 } from "openapi-typescript";
import { formats } from "./formats.js";

/** The messages that somebody sends or receives; the schemas they are made of are compiled into them. */
const MESSAGES = ["PortalLinkRequest", "PortalLinkResponse", "ErrorResponse"];

/** A schema, as far as it holds schemas or prose. */
interface SchemaNode {
  description?: unknown;
  example?: unknown;
  $ref?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  additionalProperties?: boolean | SchemaNode;
}

/**
 * Compiles the schemas of the messages to one module without a dependency and without `eval`.
 *
 * @throws when a schema is one that Ajv's strict mode refuses, such as a `maxLength` without `type: string`.
 */
export async function validatorsFiles(
  document: OpenAPI3,
): Promise<{ js: string; dts: string }> {
  const schemas = (document.components?.schemas ?? {}) as Record<
    string,
    SchemaNode
  >;
  // The client makes its own sentences of the errors, so Ajv's stay out of the bundle.
  const ajv = new Ajv({
    strict: true,
    strictTypes: true,
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
    formats,
  });
  for (const name of MESSAGES)
    ajv.addSchema(rulesOf(schemas[name] ?? {}, schemas), name);
  const code = compact(
    standalone.default(
      ajv,
      Object.fromEntries(MESSAGES.map((name) => [name, name])),
    ),
  );
  const { code: js } = await transform(RUNTIME + code, {
    format: "esm",
    target: "es2022",
    treeShaking: true,
  });
  return { js, dts: types() };
}

/** The rules alone, in one piece: prose would be compiled in for nothing, and each $ref to a function. */
function rulesOf(
  schema: SchemaNode,
  schemas: Record<string, SchemaNode>,
): SchemaNode {
  const {
    description,
    example,
    $ref,
    properties,
    items,
    additionalProperties,
    ...rules
  } = schema;
  const within = (node: SchemaNode) => rulesOf(node, schemas);
  const target = schemas[$ref?.split("/").at(-1) ?? ""];
  return {
    ...(target && within(target)),
    ...rules,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, node]) => [name, within(node)]),
      ),
    }),
    ...(items && { items: within(items) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === "object"
          ? within(additionalProperties)
          : additionalProperties,
    }),
  };
}

/** What Ajv leaves to its run time, and what it would write out anew for every rule. */
const RUNTIME = `
/* A length in code points. */
const codePoints = (text) => text.replace(/[\\ud800-\\udbff][\\udc00-\\udfff]/g, "_").length;
let errors;
const fail = (path, keyword, expected) => (errors ??= []).push({ path, keyword, expected });
const scalar = (value, type, path) => value === undefined || typeof value === type || fail(path, "type", type);
`;

/**
 * Ajv writes code to be fast. This makes it small as well, because it is most of what a bundle of the client is made of: one
 * call for each error, with the path as keys.
 *
 * @throws when Ajv writes something else than this was made for.
 */
function compact(code: string): string {
  const schemas = Object.fromEntries(
    [...code.matchAll(/const (schema\d+) = (\{.*?\});/g)].map(
      ([, name = "", text = ""]) => [name, JSON.parse(text) as object],
    ),
  );
  const valueAt = (place: string) =>
    place
      .split(".")
      .reduce<unknown>(
        (node, key) => (node as Record<string, unknown>)[key],
        schemas,
      );
  const error =
    /const (err\d+) = \{instancePath(?::instancePath\+(.+?))?,schemaPath:".*?",keyword:(".*?"),params:\{\w+: ?(.*?)\}\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
  const small = code
    .replaceAll('.replace(/~/g, "~0").replace(/\\//g, "~1")', "")
    .replaceAll(
      error,
      (
        _,
        _name,
        pointer: string | undefined,
        keyword: string,
        expected: string,
      ) => {
        const path = keysOf(pointer);
        // These two are about a field that is not there, or should not be.
        return /required|additionalProperties/.test(keyword)
          ? `fail([${[...path, expected].join()}], ${keyword});`
          : `fail([${path.join()}], ${keyword}, ${expected});`;
      },
    )
    // The shape of a field that has a type and no other rule.
    .replaceAll(
      /if\(([\w.]+) !== undefined\)\{if\(typeof \1 !== (".*?")\)\{fail\((\[.*?\]), "type", \2\);\}\}/g,
      "scalar($1, $2, $3);",
    )
    .replaceAll(
      /\bfunc\d+\.call\((schema\d+[.\w]*), ?(key\d+)\)/g,
      (_, place: string, key: string) =>
        `${JSON.stringify(Object.keys(valueAt(place) as object))}.includes(${key})`,
    )
    .replaceAll(/\bschema\d+[.\w]*\.enum\b/g, (place) =>
      JSON.stringify(valueAt(place)),
    )
    .replaceAll(/\(data, \{instancePath="".*?\}=\{\}\)/g, "(data)")
    .replaceAll(/let vErrors = null;let errors = 0;/g, "errors = undefined;")
    .replaceAll(
      /(validate\d+)\.errors = vErrors;return errors === 0;/g,
      "$1.errors = errors;return !errors;",
    )
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', "codePoints")
    // A text never has more code points than units, and is rarely too long.
    .replaceAll(
      /\bfunc\d+\((\w+)\) > (\d+)/g,
      "$1.length > $2 && codePoints($1) > $2",
    );
  const left =
    /const err\d|vErrors|errors\+\+|rootData|require\(|instancePath/.exec(
      small,
    );
  if (left)
    throw new Error(
      `Ajv wrote what compact() does not know: …${small.slice(left.index, left.index + 200)}…`,
    );
  return small;
}

/** `"/settings/products_ids/" + i0` → `"settings"`, `"products_ids"`, `i0` */
function keysOf(pointer: string = ""): string[] {
  return [...pointer.matchAll(/"(.*?)"|(\w+)/g)].flatMap(
    ([, literal, variable]) =>
      literal === undefined
        ? [variable ?? ""]
        : literal
            .split("/")
            .filter(Boolean)
            .map((key) => JSON.stringify(key)),
  );
}

function types(): string {
  return `import type { components } from "./schema.js";

export interface ValidationError {
  /** The way to the value, or to where it would be. */
  path: (string | number)[];
  /** The keyword of the schema that is broken. */
  keyword: string;
  /** What the keyword asks for, where that is not the path itself. */
  expected?: unknown;
}

export interface Validator<Value = unknown> {
  (value: unknown): value is Value;
  /** What was wrong with the last value. */
  errors?: ValidationError[];
}

${MESSAGES.map((name) => `export declare const ${name}: Validator<components["schemas"]["${name}"]>;\n`).join("")}`;
}
