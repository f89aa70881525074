import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command, in two files as it is built. Call it once in a test file, at its top. */
export function useCommand() {
  // Inside the package, where it finds its own package.json.
  const folder = join(root, "test", ".tmp", `cli-${process.pid}`);
  const file = join(folder, "main.js");
  beforeAll(() =>
    build({
      entryPoints: ["main", "verify-command"].map((name) =>
        join(root, `src/cli/${name}.ts`),
      ),
      outdir: folder,
      external: ["./verify-command.js"],
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "neutral",
    }),
  );
  afterAll(() => rm(folder, { recursive: true }));

  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  function start(...args: string[]) {
    const child = spawn(process.execPath, [file, ...args]);
    running.push(child);
    const printed = { out: "", err: "" };
    child.stdout.on("data", (text: Buffer) => (printed.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (printed.err += text.toString()));
    const ended = once(child, "close") as Promise<
      [code: number | null, signal: string | null]
    >;
    /** Until it printed that. */
    const until = async (pattern: RegExp) => {
      while (!pattern.test(printed.out)) await once(child.stdout, "data");
      return pattern.exec(printed.out) as RegExpExecArray;
    };
    return { child, printed, ended, until };
  }

  async function run(...args: string[]) {
    const { printed, ended } = start(...args);
    const [code] = await ended;
    return { ...printed, code };
  }

  return { file, start, run };
}
