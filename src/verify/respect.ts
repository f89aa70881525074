import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// eslint-disable-next-line no-restricted-imports -- Redocly CLI runs as a process
import process from "node:process";

/** Workflow → the conditions of its criteria that were not met. */
export type RespectResults = ReadonlyMap<string, readonly string[]>;

/** Longer than all requests may take. */
const EXECUTION_LIMIT_MS = 3_600_000;

/** Names → values, of which only the placeholders of the credentials look like secrets. */
export type RespectInputs = Readonly<Record<string, string | undefined>>;

// By the package's own name, because this file lies at another depth in the package.
const PACKAGE = dirname(
  createRequire(import.meta.url).resolve("kwik-portal-link/package.json"),
);
const WORKFLOWS = join(PACKAGE, "openapi/workflows/portal-link.arazzo.yaml");
const CONTRACT = join(PACKAGE, "generated/openapi.json");

/**
 * Finds Redocly CLI, where the command is run or beside this package.
 *
 * @throws {Error} that says what to install.
 */
export function findRedocly(): string {
  for (const from of [join(process.cwd(), "package.json"), import.meta.url]) {
    try {
      const manifest = createRequire(from).resolve("@redocly/cli/package.json");
      return join(dirname(manifest), "bin", "cli.js");
    } catch {
      // Not there.
    }
  }
  throw new Error(
    "Redocly CLI runs the workflows, and is not installed: npm install --save-dev @redocly/cli@2",
  );
}

/**
 * Runs the workflows with Respect.
 *
 * @throws {Error} Respect itself failed, with the end of what it printed.
 */
export async function runRespect(
  redocly: string,
  url: string,
  inputs: RespectInputs,
  skip: readonly string[],
  signal: AbortSignal | undefined,
): Promise<RespectResults> {
  // A folder of its own: no redocly.yaml of the caller's applies, and what Respect writes is readable to this user alone.
  const folder = await mkdtemp(join(tmpdir(), "kwik-verify-"));
  try {
    await writeFile(join(folder, "redocly.yaml"), "telemetry: off\n");
    await copyFile(CONTRACT, join(folder, "openapi.json"));
    const workflows = await readFile(WORKFLOWS, "utf8");
    await writeFile(
      join(folder, "portal-link.arazzo.yaml"),
      workflows.replace("../../generated/openapi.json", "openapi.json"),
    );
    const child = spawn(
      process.execPath,
      [
        redocly,
        "respect",
        "portal-link.arazzo.yaml",
        ...["--server", `portal-link=${url}`],
        ...["--json-output", "results.json"],
        ...["--execution-timeout", String(EXECUTION_LIMIT_MS)],
        ...skip.flatMap((workflow) => ["--skip", workflow]),
      ],
      {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          // Windows.
          SYSTEMROOT: process.env.SYSTEMROOT,
          REDOCLY_TELEMETRY: "off",
          REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
          REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
        },
        stdio: ["ignore", "pipe", "pipe"],
        signal,
      },
    );
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => {
        printed = (printed + text.toString()).slice(-2000);
      });
    await once(child, "close");
    const results = await readFile(join(folder, "results.json"), "utf8").catch(
      () => {
        throw new Error(
          `Redocly CLI did not run the workflows:\n${printed.trim()}`,
        );
      },
    );
    return read(results);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface RespectOutput {
  files: Record<
    string,
    {
      executedWorkflows: {
        workflowId: string;
        executedSteps: {
          checks?: { name: string; passed: boolean; condition?: string }[];
        }[];
      }[];
    }
  >;
}

function read(json: string): RespectResults {
  const { files } = JSON.parse(json) as RespectOutput;
  return new Map(
    Object.values(files)
      .flatMap(({ executedWorkflows }) => executedWorkflows)
      .map(({ workflowId, executedSteps }) => [
        workflowId,
        executedSteps
          .flatMap(({ checks = [] }) => checks)
          // Its other checks take a failure under HTTP 200 for a success, and a schema that does not say so for a closed one.
          .filter(({ name, passed }) => !passed && name.includes("criteria"))
          .map(({ condition = "" }) => condition),
      ]),
  );
}
