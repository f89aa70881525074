import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { NormalizedProblem } from "@redocly/openapi-core";
import SwaggerParser from "@apidevtools/swagger-parser";
import { casesOf } from "./cases.js";
import { contractModule } from "./contract-module.js";
import { ContractError, readContract, type Bundle } from "./contract.js";
import { typesOf } from "./types.js";
import { ajvFor, printValidators, validatorTypes } from "./validators.js";

// `require` loads its many modules in half the time that `import` takes.
export const redocly = createRequire(import.meta.url)(
  "@redocly/openapi-core",
) as typeof import("@redocly/openapi-core");

const ENTRY = "openapi.yaml";
const BANNER =
  "// Generated from openapi/ by `npm run generate`. Do not edit.\n";

/**
 * Derives everything in `generated/` from `openapi/`, in memory.
 *
 * @param root The folder that holds `openapi/` and `redocly.yaml`.
 * @throws {ContractError} when the contract has a mistake.
 */
export async function buildGenerated(root: string) {
  const json = await bundleContract(resolve(root));
  const document = JSON.parse(json) as Bundle;
  // swagger-parser follows the references, once the structure is valid.
  const copy = JSON.parse(json) as string;
  const whole: unknown = await SwaggerParser.validate(copy).catch(refuse);
  const contract = readContract(whole as Bundle);
  const ajv = ajvFor(document.components.schemas);
  const cases = casesOf(contract, ajv.getSchema(contract.request.name)!);
  // The schemas of all JSON messages, of further operations too.
  const found = json.matchAll(/"schema": \{\s+"\$ref": "[^"]*\/(\w+)"/g);
  const messages = [...new Set([...found].map(([, name = ""]) => name))];
  return new Map([
    ["openapi.json", json],
    ["cases.json", `${JSON.stringify(cases, null, 2)}\n`],
    ["schema.d.ts", BANNER + (await typesOf(json))],
    ["contract.ts", BANNER + contractModule(contract, document)],
    ["validators.js", BANNER + (await printValidators(ajv, messages))],
    ["validators.d.ts", BANNER + validatorTypes(messages)],
  ]);
}

/** The contract in one document, once nothing is wrong with it. */
async function bundleContract(root: string): Promise<string> {
  const folder = join(root, "openapi");
  const ref = join(folder, ENTRY);
  const configPath = join(root, "redocly.yaml");
  const config = await redocly.loadConfig({ configPath });
  // A file that is no YAML is thrown, not reported.
  refuseProblems(await redocly.lint({ ref, config }).catch(refuse));
  const { bundle, fileDependencies } = await redocly.bundle({ ref, config });
  // A file that nothing refers to is invisible to both lints.
  const names = await readdir(folder, { recursive: true });
  const orphans = names
    .filter((name) => /(^|\/)[^.][^/]*\.ya?ml$/.test(name) && name !== ENTRY)
    .filter((name) => !fileDependencies.has(join(folder, name)));
  if (orphans.length > 0)
    throw new ContractError(
      `Nothing refers to openapi/${orphans.join(", ")}: add a $ref from ${ENTRY} or from a file listed there, or delete it.`,
    );
  const source = `${JSON.stringify(bundle.parsed, null, 2)}\n`;
  // A badly named component passes in the source, and fails in the bundle.
  const absoluteRef = join(root, "generated", "openapi.json");
  const options = { source, absoluteRef, config };
  refuseProblems(await redocly.lintFromString(options));
  return source;
}

function refuseProblems(problems: NormalizedProblem[]): void {
  const messages = problems.map(({ message }) => message);
  const error = new ContractError(messages.join("\n"));
  if (problems.length > 0) throw Object.assign(error, { problems });
}

/** What a library throws is about the contract. */
function refuse({ message }: Error): never {
  throw new ContractError(message);
}
