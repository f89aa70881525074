import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { verifyCommand } from "../../src/cli/verify.js";

export const SECRET = "secret_do_not_show";
export const ENVIRONMENT = {
  KWIK_API_KEY: "key_abc123",
  KWIK_API_SECRET: SECRET,
};
export const CLI = fileURLToPath(
  new URL("../../src/cli/main.ts", import.meta.url),
);

/** Runs the command within this process; the environment is the test's to set. */
export async function runInProcess(
  args: string[],
  terminal: Partial<Parameters<typeof verifyCommand>[1]> = {},
) {
  const lines: string[] = [];
  const code = await verifyCommand(args, {
    print: (line) => lines.push(line),
    replace: undefined,
    confirm: undefined,
    isColoured: false,
    signal: new AbortController().signal,
    version: "1.2.3",
    ...terminal,
  });
  return { code, lines, out: lines.join("\n") };
}

/** Starts the command as a process of its own. */
export function startCommand(
  args: string[],
  environment: Record<string, string> = ENVIRONMENT,
) {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), CLI, "verify", ...args],
    {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = once(child, "close").then(([code]) => ({
    code: code as number,
    out,
    err,
  }));
  return { child, ended };
}
