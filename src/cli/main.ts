#!/usr/bin/env node
// The command `kwik-portal-link`: what it does is in files of their own, and this one alone touches process and console.
// Of Node's modules it imports none at once: each takes a millisecond of the mock's start.
import { endWithNpm } from "./end-with-npm.js";
import { mockCommand } from "./mock.js";
import { UsageError } from "./usage-error.js";

const HELP = `Usage: kwik-portal-link <command> [options]

Commands:
  mock        Plays the API on this machine, as the contract describes it
  verify      Finds out whether a running provider keeps the contract

Options:
  -h, --help  Prints this help or, after a command, that of the command
  --version   Prints the version`;

/** Lines that wait; `undefined` when the next one is written at once. */
let waiting: string | undefined;

endWithNpm(process);
// Ignore EPIPE: stdout was closed. verify goes on, because its exit code is a verdict.
process.stdout.on("error", () => {
  if (process.argv[2] !== "verify") process.exit();
});
main().catch((error: unknown) => {
  const { name, message, code = "" } = error as Error & { code?: string };
  const isUsage = name === "UsageError" || code.startsWith("ERR_PARSE_ARGS");
  console.error(message);
  const command = ["mock", "verify"].find((name) => name === process.argv[2]);
  if (isUsage)
    console.error(
      `${["kwik-portal-link", command, "--help"].filter(Boolean).join(" ")} tells more.`,
    );
  // For verify, 1 says that the contract is broken.
  process.exitCode = isUsage || process.argv[2] === "verify" ? 2 : 1;
});

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  switch (command) {
    case "mock":
      return mockCommand(args, print);
    case "verify":
      return verify(args);
    case "-h":
    case "--help":
    case "help":
      return print(HELP);
    case "--version":
      return print(await version());
    case undefined:
      throw new UsageError("Which command? There are mock and verify.");
    default:
      throw new UsageError(
        `There is no command "${command}"; there are mock and verify.`,
      );
  }
}

/** Lines that soon follow another are written together: a write takes longer than an answer of the mock. */
function print(line: string): void {
  if (waiting !== undefined) {
    waiting += `${line}\n`;
    return;
  }
  waiting = "";
  process.stdout.write(`${line}\n`);
  setTimeout(flush, 10);
}

function flush(): void {
  if (waiting) process.stdout.write(waiting);
  waiting = undefined;
}

async function verify(args: string[]): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const confirm = async (question: string) => {
    flush();
    const { createInterface } = await import("node:readline/promises");
    const terminal = createInterface({ input, output });
    // Ctrl-C and Ctrl-D close it, and leave the question open.
    const answer = await new Promise<string>((resolve) => {
      terminal.once("close", () => resolve(""));
      terminal.question(question).then(resolve, () => resolve(""));
    });
    terminal.close();
    return /^y(es)?$/i.test(answer.trim());
  };
  const replace = (line: string) => {
    flush();
    output.write(`\r\u001b[2K${line.slice(0, (output.columns || 80) - 1)}`);
  };
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () =>
      interrupted.abort(new Error("Could not be checked: it was interrupted.")),
    );
  const { verifyCommand } = await import("./verify-command.js");
  process.exitCode = await verifyCommand(args, {
    print,
    replace: output.isTTY ? replace : undefined,
    confirm: input.isTTY && output.isTTY ? confirm : undefined,
    isColoured: output.isTTY && !process.env.NO_COLOR,
    signal: interrupted.signal,
    version: await version(),
  });
}

async function version(): Promise<string> {
  const { createRequire } = await import("node:module");
  const require = createRequire(import.meta.url);
  // By its own name: this file lies at another depth in the package.
  return (require("kwik-portal-link/package.json") as { version: string })
    .version;
}
