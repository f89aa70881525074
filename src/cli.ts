#!/usr/bin/env node
// The command `kwik-portal-link`: what it does is in files of their own, and this one alone touches process and console.
import { createRequire } from "node:module";
import process from "node:process";
import { endWithNpm } from "./end-with-npm.js";
import { mockCommand } from "./mock-command.js";
import { UsageError } from "./usage-error.js";

const HELP = `Usage: kwik-portal-link <command> [options]

Commands:
  mock        Plays the API on this machine, as the contract describes it

Options:
  -h, --help  Prints this help or, after a command, that of the command
  --version   Prints the version`;

let printed = "";

endWithNpm(process);
try {
  const [command, ...args] = process.argv.slice(2);
  await run(command, args);
} catch (error) {
  const { message, code = "" } = error as Error & { code?: string };
  const isUsage =
    error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS");
  console.error(message);
  if (isUsage) console.error("kwik-portal-link --help tells more.");
  process.exitCode = isUsage ? 2 : 1;
}

function run(
  command: string | undefined,
  args: string[],
): Promise<void> | void {
  switch (command) {
    case "mock":
      return mockCommand(args, print);
    case "-h":
    case "--help":
    case "help":
      return print(HELP);
    case "--version":
      return print(version());
    case undefined:
      throw new UsageError("Which command? There is mock.");
    default:
      throw new UsageError(`There is no command "${command}"; there is mock.`);
  }
}

/** Lines that come together are written together: a write takes longer than an answer of the mock. */
function print(line: string): void {
  if (!printed)
    setTimeout(() => {
      process.stdout.write(printed);
      printed = "";
    }, 10);
  printed += `${line}\n`;
}

function version(): string {
  const require = createRequire(import.meta.url);
  return (require("../package.json") as { version: string }).version;
}
