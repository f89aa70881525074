import type { OpenAPI3 } from "openapi-typescript";
import { resolve } from "./resolve.js";
import {
  exampleOf,
  fieldPath,
  has,
  stringFields,
  type Schema,
  type StringField,
} from "./string-fields.js";
import { jsonPointer, UnsupportedError } from "./unsupported-error.js";

/** An operation, as far as client, mock, verify and docs support one. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  /** The HTTP status of a success. */
  status: number;
  /** The names of the schemas. */
  request: string;
  success: string;
  failure: string;
  /** The schema of the envelope's `result`, which a call returns. */
  result: string;
  examples: Record<"request" | "success" | "failure", Record<string, unknown>>;
  echoes: { response: string[]; request: string[]; isOptional: boolean }[];
  secrets: string[][];
  /** Secrets that are URLs: where a person is sent. */
  links: string[][];
  /** The required strings of a success. */
  texts: string[][];
  /** The fields of a success that differ each time: ids, by the form of their example, and times. */
  fresh: { ids: string[][]; times: string[][] };
}

interface Ref {
  $ref?: string;
}
interface Message extends Ref {
  content?: Record<string, { schema?: Ref; examples?: Record<string, Ref> }>;
}
interface OperationObject {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: Message;
  responses: Record<string, Message>;
  "x-echoes"?: Record<string, string>;
  "x-secrets"?: string[];
}

/**
 * Reads the operations of a bundled contract.
 *
 * @throws {UnsupportedError} an operation needs what the client, the mock and verify do not have.
 */
export function readOperations(document: OpenAPI3): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, OperationObject>).map(
      ([method, operation]) => readOperation(document, path, method, operation),
    ),
  );
}

/** The schemas that somebody sends or receives. */
export function schemaNames(operations: readonly Operation[]): string[] {
  return [
    ...new Set(
      operations.flatMap((one) => [one.request, one.success, one.failure]),
    ),
  ];
}

type Refuse = (problem: string, ...at: string[]) => never;

function readOperation(
  document: OpenAPI3,
  path: string,
  method: string,
  operation: OperationObject,
): Operation {
  const pointer = ["paths", path, method];
  const refuse: Refuse = (problem, ...at) => {
    throw new UnsupportedError(jsonPointer([...pointer, ...at]), problem);
  };
  if (method !== "post")
    refuse(
      `Only POST is supported, not ${method.toUpperCase()}: support would start in src/client/create-kwik-client.ts and src/mock/create-mock-api.ts.`,
    );
  const [parameter] = operation.parameters ?? [];
  if (parameter)
    refuse(
      `Parameters are not supported, such as \`${parameter.name}\` in ${parameter.in}: support would start in scripts/generate/read-operations.ts.`,
      "parameters",
      "0",
    );
  if (/[{}]/.test(path))
    refuse(
      "A path with parameters is not supported: support would start in scripts/generate/read-operations.ts.",
    );
  const statuses = Object.keys(operation.responses).filter((status) =>
    /^2\d\d$/.test(status),
  );
  const [status = ""] = statuses;
  if (statuses.length !== 1)
    refuse(
      "An operation has one response that says success: write one status from 200 to 299.",
      "responses",
    );

  const message = (body: Message | undefined, ...at: string[]) => {
    const { content = {} } = resolve<Message>(document, body);
    const other = Object.keys(content).find(
      (type) => type !== "application/json",
    );
    if (other || !content["application/json"])
      refuse(
        `A body is application/json, and nothing else is supported${other ? `, such as ${other}` : ""}: support would start in scripts/generate/read-operations.ts.`,
        ...at,
      );
    const { schema, examples = {} } = content["application/json"] ?? {};
    const name = schema?.$ref?.split("/").at(-1);
    if (!name)
      refuse(
        "The schema of a body has a file of its own, because it becomes a type of that name: `$ref: …/components/schemas/NAME.yaml`.",
        ...at,
      );
    return {
      schema: name,
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, example]) => [
          name,
          resolve<{ value?: unknown }>(document, example).value,
        ]),
      ),
    };
  };
  const request = message(operation.requestBody, "requestBody");
  const success = message(operation.responses[status], "responses", status);
  const failure = message(operation.responses.default, "responses", "default");
  const schemaOf = (name: string) =>
    document.components?.schemas?.[name] as Schema;
  const result = schemaOf(success.schema)
    .properties?.result?.$ref?.split("/")
    .at(-1);
  if (!result)
    refuse(
      "A success is an envelope with a `result`, whose schema has a file of its own.",
      "responses",
      status,
    );
  const echoes = Object.entries(operation["x-echoes"] ?? {}).map(
    ([response, from]) => ({
      response: fieldPath(response),
      request: fieldPath(from),
      isOptional: !schemaOf(request.schema).required?.includes(
        fieldPath(from)[0] ?? "",
      ),
    }),
  );
  const secrets = (operation["x-secrets"] ?? []).map(fieldPath);
  const strings = stringFields(document, schemaOf(success.schema));
  const pathsOf = (isOne: (field: StringField) => boolean) =>
    strings.filter(isOne).map(({ path }) => path);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    status: Number(status),
    request: request.schema,
    success: success.schema,
    failure: failure.schema,
    result,
    examples: {
      request: request.examples,
      success: success.examples,
      failure: failure.examples,
    },
    echoes,
    secrets,
    links: pathsOf(
      ({ path, schema }) => schema.format === "uri" && has(secrets, path),
    ),
    texts: pathsOf(({ isRequired }) => isRequired),
    fresh: {
      ids: pathsOf(
        ({ path, schema }) =>
          /^[a-z]+_[\w-]{16,}$/.test(String(exampleOf(schema))) &&
          !has(
            echoes.map(({ response }) => response),
            path,
          ),
      ),
      times: pathsOf(({ schema }) => schema.format === "date-time"),
    },
  };
}
