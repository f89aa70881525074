import { join } from "node:path";
import type { ExampleObject, OpenAPI3 } from "openapi-typescript";
import { ContractError } from "./contract-error.js";

/**
 * The facts of the contract that code needs as values, where `schema.d.ts` gives only types.
 *
 * @throws {ContractError} when the contract no longer states one of them.
 */
export function constantsFiles(
  root: string,
  document: OpenAPI3,
): { js: string; dts: string } {
  const cancelType = document.components?.schemas?.CancelType;
  const cancelTypes = cancelType?.enum;
  if (!cancelTypes) {
    const file = join(root, "openapi/components/schemas/CancelType.yaml");
    const message =
      "The client exports the values of this enum as `cancelTypes`: list them under `enum:`.";
    throw new ContractError(root, [{ file, line: 1, message }]);
  }
  const url = JSON.stringify(document.servers?.[0]?.url);
  const types = JSON.stringify(cancelTypes);
  const links = examplesOf(document, "PortalLinkResponse");
  const failures = examplesOf(document, "ErrorResponse");
  return {
    js: `export const serverUrl = ${url};
export const cancelTypes = ${types};
export const linkExamples = ${JSON.stringify(links, null, 2)};
export const failureExamples = ${JSON.stringify(failures, null, 2)};
`,
    dts: `import type { components } from "./schema.js";

export declare const serverUrl: ${url};
export declare const cancelTypes: readonly ${types};
/** Scenario → answer. */
export declare const linkExamples: ${typeOf(links, "PortalLinkResponse")};
/** Name → answer. */
export declare const failureExamples: ${typeOf(failures, "ErrorResponse")};
`,
  };
}

function examplesOf(
  document: OpenAPI3,
  schema: string,
): Record<string, unknown> {
  const examples = Object.entries(document.components?.examples ?? {});
  return Object.fromEntries(
    examples
      .filter(([name]) => name.startsWith(`${schema}.`))
      .map(([name, example]) => [
        name.slice(schema.length + 1),
        (example as ExampleObject).value,
      ]),
  );
}

function typeOf(examples: Record<string, unknown>, schema: string): string {
  const names = Object.keys(examples).map((name) => JSON.stringify(name));
  return `Readonly<Record<${names.join(" | ")}, components["schemas"]["${schema}"]>>`;
}
