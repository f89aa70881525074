// @ts-nocheck
import type { OpenAPI3 } from "openapi-typescript";
import type { Operation } from "./read-operations.js";

/** `calls.d.ts`: the type of each operation's call. */
export function callTypes(
  document: OpenAPI3,
  operations: readonly Operation[],
): string {
  const schemas = operations.flatMap(({ request, result }) => [
    request,
    result,
  ]);
  return `import type { ${[...new Set(schemas)].join(", ")} } from "./schema.js";

${operations.map((operation) => callType(document, operation)).join("\n")}`;
}

/**
 * The call of an operation. Where one echo is optional the result has its field exactly when the request has, so there are
 * overloads: a type parameter would let misspelt fields through. There are four of them, because TypeScript then reports
 * the last one's complaint on the line it is about; up to three it blames the whole call.
 */
function callType(document: OpenAPI3, operation: Operation): string {
  const { operationId, request, result, echoes } = operation;
  const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
  const optional = echoes.filter(({ isOptional }) => isOptional);
  const [echo] = optional;
  // Echoes further down, or several of them, are left to the types of the schemas.
  const isSimple =
    optional.length === 1 &&
    echo?.request.length === 1 &&
    echo.response.length === 2;
  const [from = "", to = ""] = [echo?.request.at(-1), echo?.response.at(-1)];
  const signatures: [request: string, result: string][] = isSimple
    ? [
        [`${request} & { ${from}: string }`, `${result} & { ${to}: string }`],
        [
          `Omit<${request}, "${from}"> & { ${from}?: never }`,
          `Omit<${result}, "${to}">`,
        ],
        [
          `Omit<${request}, "${from}"> & { ${from}?: undefined }`,
          `Omit<${result}, "${to}">`,
        ],
        [request, result],
      ]
    : [[request, result]];
  const { description = "" } =
    (document.paths?.[operation.path] as { post?: { description?: string } })
      .post ?? {};
  const text = description.trim() + THROWS;
  return `${comment(text)}export interface ${name}<Options> {
${signatures
  .map(
    ([request, result]) =>
      `${comment(text, "  ")}  (request: ${request}, options?: Options): Promise<${result}>;\n`,
  )
  .join("")}}
`;
}

const THROWS = `

@throws {KwikApiError} the API refused: see \`code\` and \`fieldErrors\`.
@throws {KwikConnectionError} no response, or not all of one.
@throws {KwikTimeoutError} no response within \`timeoutMs\`.
@throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.`;

function comment(text: string | undefined, indent = ""): string {
  if (!text) return "";
  const lines = text.trim().replaceAll("*/", "*\\/").split("\n");
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */", ""]
    .map((line) => line && indent + line)
    .join("\n");
}
