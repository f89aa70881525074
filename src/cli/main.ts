#!/usr/bin/env node
// The command `kwik-portal-link`. Of Node's modules it imports none at once: each takes a millisecond of the mock's start.
import { endWithNpm, UsageError } from "./command-line.js";
import { mockCommand } from "./mock.js";

const HELP = `Usage: kwik-portal-link <command> [options]

Commands:
  mock        Plays the API on this machine, as the contract describes it
  verify      Finds out whether a running provider keeps the contract

Options:
  -h, --help  Prints this help or, after a command, that of the command
  --version   Prints the version`;

const { stdin: input, stdout: output } = process;
const [command = "", ...args] = process.argv.slice(2);
const isVerify = command === "verify";

endWithNpm(process);
// Ignore EPIPE: stdout was closed. verify goes on, because its exit code is a verdict.
output.on("error", () => isVerify || process.exit());
main().catch((error: unknown) => {
  const { name, message } = error as Error;
  const isUsage = name === "UsageError";
  console.error(message);
  const help = ["mock", "verify"].includes(command) ? `${command} ` : "";
  if (isUsage) console.error(`kwik-portal-link ${help}--help tells more.`);
  // For verify, 1 says that the contract is broken.
  process.exitCode = isUsage || isVerify ? 2 : 1;
});

async function main(): Promise<void> {
  switch (command) {
    case "mock":
      return mockCommand(args, print);
    case "verify":
      return verify();
    case "-h":
    case "--help":
    case "help":
      return print(HELP);
    case "--version":
      return print(await version());
    case "":
      throw new UsageError("Which command? There are mock and verify.");
    default:
      throw new UsageError(
        `There is no command "${command}"; there are mock and verify.`,
      );
  }
}

function print(line: string): void {
  output.write(`${line}\n`);
}

async function verify(): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () =>
      interrupted.abort(new Error("Could not be checked: it was interrupted.")),
    );
  const replace = (line: string) =>
    output.write(`\r\u001b[2K${line.slice(0, (output.columns || 80) - 1)}`);
  const { signal } = interrupted;
  const { verifyCommand } = await import("./verify.js");
  process.exitCode = await verifyCommand(args, {
    print,
    replace: output.isTTY ? replace : undefined,
    confirm: input.isTTY && output.isTTY ? confirm(signal) : undefined,
    isColoured: output.isTTY && !process.env.NO_COLOR,
    signal,
    version: await version(),
  });
}

const confirm = (signal: AbortSignal) => async (question: string) => {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input, output, signal });
  // Ctrl-C and Ctrl-D close it, and leave the question open.
  const answer = await new Promise<string>((resolve) => {
    terminal.once("close", () => resolve(""));
    terminal.question(question).then(resolve, () => resolve(""));
  });
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
};

async function version(): Promise<string> {
  const { createRequire } = await import("node:module");
  const require = createRequire(import.meta.url);
  // By its own name: this file lies at another depth in the package.
  const file = require("kwik-portal-link/package.json") as { version: string };
  return file.version;
}
