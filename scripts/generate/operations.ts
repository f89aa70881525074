import type { OpenAPI3 } from "openapi-typescript";
import { callTypes } from "./calls.js";
import { schemaNames, type Operation } from "./read-operations.js";

/** `operations.*`, `examples.*` and `calls.d.ts`: what code needs of the contract as values, where `schema.d.ts` gives only types. */
export function operationsFiles(
  document: OpenAPI3,
  operations: readonly Operation[],
): ReadonlyMap<string, string> {
  const enums = Object.entries(document.components?.schemas ?? {}).flatMap(
    ([name, schema]) =>
      "enum" in schema ? [[constantName(name), schema.enum] as const] : [],
  );
  const server = JSON.stringify(document.servers?.[0]?.url);
  return new Map([
    ["calls.d.ts", callTypes(document, operations)],
    [
      "operations.js",
      `import { ${schemaNames(operations).join(", ")} } from "./validators.js";

export const serverUrl = ${server};
${enums.map(([name, values]) => `export const ${name} = ${JSON.stringify(values)};\n`).join("")}
export const operations = {
${operations.map(operationJs).join("")}};

export const failures = { ${operations.map(({ operationId, failure }) => `${operationId}: ${failure}`).join(", ")} };
`,
    ],
    [
      "operations.d.ts",
      `import type { Validator } from "./validators.js";

/** What code needs to know of an operation. */
export interface Operation<Path extends string = string> {
  method: string;
  /** Below the server's URL. */
  path: Path;
  /** The HTTP status of a success. */
  status: number;
  request: Validator;
  success: Validator;
  /** The response's field has the value of the request's field, and is absent when the request leaves it out. */
  echoes: readonly { response: FieldPath; request: FieldPath }[];
  /** The fields of a success that must never reach a log, an error or a report. */
  secrets: readonly FieldPath[];
  /** The secrets that are URLs: where a person is sent. */
  links: readonly FieldPath[];
  /** The required strings of a success: one that is blank has the right type, and is of no use. */
  texts: readonly FieldPath[];
}

/** The way to a field, from the body on. */
export type FieldPath = readonly string[];

export declare const serverUrl: ${server};
${enums.map(([name, values]) => `export declare const ${name}: readonly ${JSON.stringify(values)};\n`).join("")}
export declare const operations: {
${operations.map(({ operationId, path }) => `  ${operationId}: Operation<${JSON.stringify(path)}>;\n`).join("")}};

/** Their failures, apart from them: the client takes any failure as it is, and does without these bytes. */
export declare const failures: Record<keyof typeof operations, Validator>;
`,
    ],
    [
      "examples.js",
      `export const examples = ${JSON.stringify(
        Object.fromEntries(
          operations.map(({ operationId, examples, fresh }) => [
            operationId,
            { ...examples, fresh },
          ]),
        ),
        null,
        2,
      )};\n`,
    ],
    [
      "examples.d.ts",
      `import type { FieldPath } from "./operations.js";
import type { components } from "./schema.js";

type Schemas = components["schemas"];

/** The bodies of an operation's messages: name → body. */
export interface Examples<
  Request, RequestName extends string,
  Success, SuccessName extends string,
  Failure, FailureName extends string,
> {
  request: Readonly<Record<RequestName, Request>>;
  success: Readonly<Record<SuccessName, Success>>;
  failure: Readonly<Record<FailureName, Failure>>;
  /** The fields of a success that differ each time. */
  fresh: { ids: readonly FieldPath[]; times: readonly FieldPath[] };
}

export declare const examples: {
${operations.map(examplesDts).join("")}};
`,
    ],
  ]);
}

function operationJs(operation: Operation): string {
  const { operationId, method, path, status, echoes, secrets, links, texts } =
    operation;
  const { request, success } = operation;
  return `  ${operationId}: {
    method: ${JSON.stringify(method)},
    path: ${JSON.stringify(path)},
    status: ${status},
    request: ${request},
    success: ${success},
    echoes: ${JSON.stringify(echoes.map(({ response, request }) => ({ response, request })))},
    secrets: ${JSON.stringify(secrets)},
    links: ${JSON.stringify(links)},
    texts: ${JSON.stringify(texts)},
  },
`;
}

function examplesDts({ operationId, examples, ...schemas }: Operation): string {
  const parameters = (["request", "success", "failure"] as const).map(
    (side) => {
      const names = Object.keys(examples[side])
        .map((name) => JSON.stringify(name))
        .join(" | ");
      return `Schemas["${schemas[side]}"], ${names || "never"}`;
    },
  );
  return `  ${operationId}: Examples<${parameters.join(", ")}>;\n`;
}

/** `CancelType` → `cancelTypes` */
function constantName(schema: string): string {
  return `${schema.charAt(0).toLowerCase()}${schema.slice(1)}s`;
}
