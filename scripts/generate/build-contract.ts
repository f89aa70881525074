import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  bundle,
  getLineColLocation,
  lint,
  lintFromString,
  loadConfig,
  type Config,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import SwaggerParser from "@apidevtools/swagger-parser";
import type { OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { ContractError } from "./contract-error.js";
import { operationsFiles } from "./operations.js";
import { portable } from "./portable.js";
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

  refuse(root, await readable(root, entry, () => lint({ ref: entry, config })));
  const bundled = await bundle({ ref: entry, config });
  refuse(root, bundled.problems);
  await refuseOrphans(root, bundled.fileDependencies);

  const source = bundled.bundle.parsed as OpenAPI3;
  await lintBundle(root, entry, JSON.stringify(source, null, 2), config);
  const document = portable(source);
  const json = `${JSON.stringify(document, null, 2)}\n`;
  await validateStructure(root, entry, json);

  const operations = await supported(root, entry, () =>
    operationsFiles(document),
  );
  const validators = await compiled(root, entry, document);
  return new Map([
    ["openapi.json", json],
    ["portal-link.arazzo.json", await workflowsOf(root)],
    ["schema.d.ts", BANNER + (await typesOf(json))],
    ...[...operations].map(
      ([name, text]) => [name, BANNER + text] as [string, string],
    ),
    ["validators.js", BANNER + validators.js],
    ["validators.d.ts", BANNER + validators.dts],
  ]);
}

/** The workflows, with their anchors written out. */
async function workflowsOf(root: string): Promise<string> {
  const file = join(root, "openapi/workflows/portal-link.arazzo.yaml");
  return `${JSON.stringify(parse(await readFile(file, "utf8")), null, 2)}\n`;
}

/** A file that Redocly cannot even parse is thrown, not reported. */
async function readable<T>(
  root: string,
  entry: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { source, line, originalError } = error as {
      source?: { absoluteRef: string };
      line?: number;
      originalError?: Error;
    };
    throw new ContractError(root, [
      {
        file: source?.absoluteRef ?? entry,
        line: line || 1,
        message: sentence((originalError ?? (error as Error)).message),
      },
    ]);
  }
}

function refuse(root: string, problems: readonly NormalizedProblem[]): void {
  if (problems.length === 0) return;
  // A file that does not parse or is not there makes every rule that looks into it complain as well.
  const causes = problems.filter(
    ({ ruleId }) => ruleId === "no-unresolved-refs",
  );
  const parse = causes.filter(({ message }) =>
    message.startsWith("Failed to parse"),
  );
  const shown =
    [parse, causes, problems].find(({ length }) => length > 0) ?? [];
  throw new ContractError(
    root,
    shown.map((problem) => {
      const [at] = problem.location;
      const line = (at && getLineColLocation(at).start.line) || 1;
      return {
        file: at?.source.absoluteRef ?? root,
        line,
        message: advice(problem),
      };
    }),
  );
}

function advice({ message, suggest, ruleId }: NormalizedProblem): string {
  const suggestion =
    suggest.length > 0
      ? ` Did you mean ${suggest.map((word) => `\`${word}\``).join(" or ")}?`
      : "";
  return `${sentence(message.replace(/ENOENT: no such file or directory '([^']+)'/, "no such file: correct the path or add it"))}${suggestion} (${ruleId})`;
}

function sentence(message: string): string {
  const line = message.replace(/\s*\n\s*/g, " ").trim();
  return /[.!?)]$/.test(line) ? line : `${line}.`;
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

async function lintBundle(
  root: string,
  entry: string,
  json: string,
  config: Config,
): Promise<void> {
  const problems = await lintFromString({
    source: json,
    absoluteRef: join(root, "generated", "openapi.json"),
    config,
  });
  if (problems.length === 0) return;
  throw new ContractError(
    root,
    await Promise.all(
      problems.map(async (problem) => {
        const pointer = problem.location[0]?.pointer ?? "";
        return { ...(await locate(entry, pointer)), message: advice(problem) };
      }),
    ),
  );
}

async function supported<T>(
  root: string,
  entry: string,
  read: () => T,
): Promise<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    const { place, message } = error;
    const pointer = place
      .map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join("");
    throw new ContractError(root, [
      { ...(await locate(entry, pointer)), message },
    ]);
  }
}

async function compiled(root: string, entry: string, document: OpenAPI3) {
  try {
    return await validatorsFiles(document);
  } catch (error) {
    const { message } = error as Error;
    const [, schema = "", pointer = ""] =
      /at "(\w+)#(.*?)"/.exec(message) ?? [];
    throw new ContractError(root, [
      {
        ...(await locate(entry, `/components/schemas/${schema}${pointer}`)),
        message: `${sentence(message.replace(/^strict mode: | at ".*/g, ""))} (ajv)`,
      },
    ]);
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
