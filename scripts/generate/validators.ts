import { _, Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { build } from "esbuild";
import { BREAKING_VALUES } from "./breaking-values.js";
import { ContractError, type Schema } from "./contract.js";
import { dateTime, uri } from "./formats.js";

/**
 * Ajv with the contract's schemas by their names, to ask or to print.
 *
 * @throws {ContractError} for a schema that it cannot compile.
 */
export function ajvFor(schemas: Record<string, Schema>): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    code: { esm: true, source: true, lines: true, formats: _`formats` },
    formats: { uri, "date-time": dateTime, uuid: fullFormats.uuid },
    messages: false,
    schemas: withoutAnnotations(schemas),
    strictTypes: true,
    validateSchema: false,
  });
  // With these, a bundler could not drop a validator that nobody uses.
  Object.assign(ajv.opts, { dynamicRef: false, unevaluated: false });
  for (const name of Object.keys(schemas))
    try {
      ajv.getSchema(name);
    } catch (error) {
      throw new ContractError(
        `openapi/components/schemas/${name}.yaml: ${(error as Error).message}. Correct the schema: no validator can be made of it.`,
      );
    }
  return ajv;
}

/** Ajv's code for these schemas, as one module that imports nothing. */
export async function printValidators(ajv: Ajv2020, names: string[]) {
  const exported = Object.fromEntries(names.map((name) => [name, name]));
  const code = standaloneCode
    .default(ajv, exported)
    .replaceAll(/require\("ajv\/dist\/runtime\/(\w+)"\)\.default/g, "$1")
    .replaceAll('formats["date-time"]', "dateTime")
    .replaceAll("formats.uri", "uri")
    // Nobody reads these, and they are a tenth of the size.
    .replaceAll(/, ?parentData[^}]*/g, "")
    .replaceAll(/,schemaPath:"[^"]*"/g, "")
    .replaceAll(/^const (schema\d+) = (\{.*\});$/gm, withNamesAlone)
    // One list for all errors: copied for each item, a hundred thousand broken ones would take half a minute.
    .replaceAll("vErrors = null", "vErrors = []")
    .replaceAll(/if\(vErrors === null\)[^}]*\}\s*else \{([^}]*)\}/g, "$1")
    .replaceAll(/vErrors = vErrors === null .*concat\(/g, "append(vErrors,");
  const imports = `import { append, codePoints as ucs2length, dateTime, uri } from "./formats.js";
import equal from "fast-deep-equal";`;
  const { outputFiles } = await build({
    stdin: {
      contents: `${imports}\n${code}`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  // Without the paths of what was bundled.
  return outputFiles[0]?.text.replaceAll(/^ *\/\/ .*\n/gm, "") ?? "";
}

/** A schema of which the code asks nothing but whether a property is known. */
function withNamesAlone(...match: string[]): string {
  const [line = "", name = "", json = "", , code = ""] = match;
  const uses = [...code.matchAll(new RegExp(`${name}(\\.\\w+\\W)`, "g"))];
  if (uses.some(([, use]) => use !== ".properties,")) return line;
  const { properties = {} } = JSON.parse(json) as Schema;
  const names = Object.keys(properties).map((key) => [key, 0]);
  return `const ${name} = {"properties":${JSON.stringify(Object.fromEntries(names))}};`;
}

export const validatorTypes = (names: string[]) => `\
export interface AjvError { instancePath: string; keyword: string; params: Record<string, unknown> }
/** Whether a value keeps the contract. It throws what a value throws while it is read. */
export interface Validator { (value: unknown): boolean; errors?: AjvError[] | null }
export declare const ${names.map((name) => `${name}: Validator`).join(", ")};
`;

const PART = /^(properties|items)$/;
const ANNOTATION =
  /^(title|description|examples|default|deprecated|readOnly|writeOnly|\$comment|x-.*)$/;

/** What judges a value in each schema. */
function withoutAnnotations(schemas: object): Record<string, Schema> {
  function judge(this: Schema, key: string, value: unknown): unknown {
    // Redocly sees to it that every schema is described; a map of fields is not, though a field may be called so.
    if (typeof this.description !== "string" && !this.$ref) return value;
    // A schema is known to Ajv by its name.
    if (key === "$ref") return String(value).split("/").at(-1);
    if (ANNOTATION.test(key)) return undefined;
    // An `enum` beside a `const` would say the same twice.
    if (key === "enum" && "const" in this) return undefined;
    if (key in BREAKING_VALUES || PART.test(key)) return value;
    throw new ContractError(
      `openapi/components/schemas: the package has no sentence and no case for \`${key}: ${JSON.stringify(value)}\`. Use another keyword, or add it to scripts/generate/breaking-values.ts and src/contract/violations.ts.`,
    );
  }
  return JSON.parse(JSON.stringify(schemas, judge)) as Record<string, Schema>;
}
