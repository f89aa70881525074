import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";
import { API_KEY, API_SECRET } from "../verify/providers.js";

const { PATH } = process.env;
const CLI = join(import.meta.dirname, "../../src/cli/main.ts");
const TSX = import.meta.resolve("tsx");
export const COMMAND = [process.execPath, "--import", TSX, CLI] as const;
export const ENV = { KWIK_API_KEY: API_KEY, KWIK_API_SECRET: API_SECRET };

/** Starts the command in a process of its own. */
export function start(...args: string[]) {
  const [node, ...command] = COMMAND;
  const child = spawn(node, [...command, ...args], { env: { PATH, ...ENV } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (printed.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (printed.err += text.toString()));
  const ended = once(child, "close") as Promise<[number | null, string | null]>;
  return { child, printed, ended };
}
