import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
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
  return {
    js: `export const serverUrl = ${url};\nexport const cancelTypes = ${types};\n`,
    dts: `export declare const serverUrl: ${url};\nexport declare const cancelTypes: readonly ${types};\n`,
  };
}
