// @ts-nocheck
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundle, loadConfig } from "@redocly/openapi-core";
import SwaggerParser from "@apidevtools/swagger-parser";
import type { OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { ContractError } from "./contract-error.js";
import {
  lintBundle,
  lintSource,
  sentence,
  throwProblems,
} from "./lint-contract.js";
import { operationsFiles } from "./operations.js";
import { portable } from "./portable.js";
import { readOperations, schemaNames } from "./read-operations.js";
import { locate } from "./source-location.js";
import { typesOf } from "./types.js";
import { UnsupportedError } from "./unsupported-error.js";
import { validatorsFiles } from "./validators.js";

/** What `generated/` holds: file name → text. */
export type GeneratedFiles = ReadonlyMap<string, string>;

const BANNER =
  "// Generated from openapi/ by `npm run generate`. Do not edit.\n";

/**
 * Derives everything in `generated/` from `openapi/`, in memory.
 *
 * @param root The folder that holds `openapi/` and `redocly.yaml`.
 * @throws {ContractError} when the contract has a mistake.
 */
export async function buildContract(root: string): Promise<GeneratedFiles> {
  root = resolve(root);
  const entry = join(root, "openapi", "openapi.yaml");
  const config = await loadConfig({ configPath: join(root, "redocly.yaml") });

  await lintSource(root, entry, config);
  const bundled = await bundle({ ref: entry, config });
  throwProblems(root, bundled.problems);
  await refuseOrphans(root, bundled.fileDependencies);

  const source = bundled.bundle.parsed as OpenAPI3;
  await lintBundle(root, entry, JSON.stringify(source, null, 2), config);
  const json = `${JSON.stringify(portable(source), null, 2)}\n`;
  await validateStructure(root, entry, json);

  try {
    const operations = readOperations(source);
    const files = new Map([
      ["schema.d.ts", await typesOf(json)],
      ...operationsFiles(source, operations),
      ...validatorsFiles(source, schemaNames(operations)),
    ]);
    return new Map([
      ["openapi.json", json],
      ["portal-link.arazzo.json", await workflowsOf(root)],
      ...[...files].map(
        ([name, text]) => [name, BANNER + text] as [string, string],
      ),
    ]);
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    const { pointer, message } = error;
    throw new ContractError(root, [
      { ...(await locate(entry, pointer)), message },
    ]);
  }
}

/** The workflows, with their anchors written out. */
async function workflowsOf(root: string): Promise<string> {
  const file = join(root, "openapi/workflows/portal-link.arazzo.yaml");
  return `${JSON.stringify(parse(await readFile(file, "utf8")), null, 2)}\n`;
}

/** A component file that nothing refers to is invisible to both lints. */
async function refuseOrphans(
  root: string,
  used: ReadonlySet<string>,
): Promise<void> {
  const folders = ["paths", "components"].map((name) =>
    join(root, "openapi", name),
  );
  const entries = await Promise.all(
    folders.map((folder) =>
      readdir(folder, { recursive: true, withFileTypes: true }),
    ),
  );
  const orphans = entries
    .flat()
    // Editors and operating systems leave files of their own.
    .filter(
      (entry) => entry.isFile() && /^[^.].*\.(ya?ml|md|json)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !used.has(file));
  if (orphans.length > 0) {
    const message =
      "Nothing refers to this file: add a $ref to it from openapi.yaml or from a file listed there, or delete it.";
    throw new ContractError(
      root,
      orphans.sort().map((file) => ({ file, line: 1, message })),
    );
  }
}

async function validateStructure(
  root: string,
  entry: string,
  json: string,
): Promise<void> {
  try {
    // It dereferences in place, so it gets a document of its own.
    await SwaggerParser.validate(
      JSON.parse(json) as Parameters<typeof SwaggerParser.validate>[0],
    );
  } catch (error) {
    const { message, details } = error as Error & {
      details?: { instancePath?: string }[];
    };
    throw new ContractError(root, [
      {
        ...(await locate(entry, details?.[0]?.instancePath ?? "")),
        message: `${sentence(message)} (swagger-parser)`,
      },
    ]);
  }
}
