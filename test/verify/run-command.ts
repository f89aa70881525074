import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { startMockServer, type MockOptions } from "../../src/mock.js";
import { verifyCommand } from "../../src/cli/verify-command.js";

export const SECRET = "secret_do_not_show";
export const ENVIRONMENT = {
  KWIK_API_KEY: "key_abc123",
  KWIK_API_SECRET: SECRET,
};
const CLI = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** A provider that keeps the contract, until the test ends. */
export async function provider(
  options: MockOptions = { apiKey: "key_abc123", apiSecret: SECRET },
) {
  const server = await startMockServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** A folder of the test's own, until it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kwik-verify-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

export const target = ({ url }: { url: string }) => [
  ...["--base-url", url, "--customer", "cus_mine"],
];

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

/**
 * Runs the command in a terminal, which util-linux's `script` is.
 *
 * @param keys Typed at the question.
 */
export async function runInTerminal(
  args: string[],
  { keys = "", ...environment }: Record<string, string> = {},
) {
  const command = [
    ...[process.execPath, "--import", import.meta.resolve("tsx")],
    ...[CLI, "verify", ...args],
  ];
  const child = spawn("script", ["-qec", command.join(" "), "/dev/null"], {
    env: { PATH: process.env.PATH, ...ENVIRONMENT, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (text: Buffer) => {
    const isAsked = out.includes("[y/N] ");
    out += text.toString();
    if (!isAsked && out.includes("[y/N] ")) child.stdin.write(keys);
  });
  const [code] = (await once(child, "close")) as [number];
  return { code, out };
}
