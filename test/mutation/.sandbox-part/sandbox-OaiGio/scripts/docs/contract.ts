// @ts-nocheck
// The bundled contract and the code samples, as the pages of the reference read them.
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  maxLength?: number;
  example?: unknown;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, SchemaObject>;
  items?: SchemaObject;
  additionalProperties?: boolean | SchemaObject;
  allOf?: SchemaObject[];
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
  [keyword: string]: unknown;
}

interface Reference {
  $ref: string;
}

interface ExampleObject {
  summary: string;
  value: unknown;
}

export interface MessageObject {
  description?: string;
  headers?: Record<
    string,
    { description?: string; schema?: SchemaObject } | Reference
  >;
  content?: Record<
    string,
    { schema: SchemaObject; examples?: Record<string, Reference> }
  >;
}

export interface OperationObject {
  /** In capitals. */
  method: string;
  path: string;
  operationId: string;
  summary: string;
  description: string;
  deprecated?: boolean;
  tags?: string[];
  requestBody: MessageObject | Reference;
  responses: Record<string, MessageObject | Reference>;
  "x-echoes"?: Record<string, string>;
  "x-own-rules"?: Record<string, string>;
}

export interface ContractDocument {
  info: {
    title: string;
    version: string;
    summary?: string;
    description: string;
    license?: unknown;
  };
  servers: { url: string; description?: string }[];
  tags?: unknown[];
  security: Record<string, string[]>[];
  paths: Record<
    string,
    Record<string, Omit<OperationObject, "method" | "path">>
  >;
  components: Record<string, Record<string, unknown>>;
}

export interface CodeSample {
  language: string;
  /** The language of the Markdown code fence. */
  fence: string;
  code: string;
}

/** File of `openapi/code-samples/` → its heading, in the order of the page. */
const LANGUAGES: Record<string, string> = {
  "curl.sh": "curl, the API",
  "curl-mock.sh": "curl, the mock: no account needed",
  "typescript.ts": "TypeScript, with this package",
  "javascript.js": "JavaScript, with fetch",
  "python.py": "Python",
  "php.php": "PHP",
};

/**
 * Reads the samples.
 *
 * @throws {Error} a file has no heading here, or a heading has no file.
 */
export async function readCodeSamples(root: string): Promise<CodeSample[]> {
  const folder = join(root, "openapi", "code-samples");
  const files = await readdir(folder);
  for (const file of files)
    if (!(file in LANGUAGES))
      throw new Error(
        `openapi/code-samples/${file} has no heading: add it to LANGUAGES in scripts/docs/contract.ts, and run it in test/docs/samples.test.ts.`,
      );
  return Promise.all(
    Object.entries(LANGUAGES).map(async ([file, language]) => ({
      language,
      fence: extname(file).slice(1),
      code: await readFile(join(folder, file), "utf8"),
    })),
  );
}

/** Follows a reference within the document. */
export function resolved<Value>(
  document: ContractDocument,
  value: Value | { $ref: string },
): Value {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value as Value;
  const [, , kind = "", name = ""] = $ref.split("/");
  return document.components[kind]?.[name] as Value;
}

/** The scheme of the contract, as people say it: `HTTP Basic`. */
export function authenticationOf({ components }: ContractDocument): string {
  return Object.values(components.securitySchemes ?? {})
    .map((entry) => {
      const { type, scheme } = entry as { type: string; scheme: string };
      return `${type.toUpperCase()} ${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
    })
    .join(" or ");
}

/** The operations of the contract, in its order. */
export function operationsIn({ paths }: ContractDocument): OperationObject[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** The examples of a body: name → example. */
export function examplesIn(
  document: ContractDocument,
  examples: Record<string, Reference> = {},
): [name: string, example: ExampleObject][] {
  return Object.entries(examples).map(([name, example]) => [
    name,
    resolved<ExampleObject>(document, example),
  ]);
}
