import { appendFile, rm, stat, writeFile } from "node:fs/promises";
import process from "node:process";
import { isLoopback } from "../contract/judge.js";
import { planOf } from "../verify/cases.js";
import { json, junit, type Report } from "../verify/report-files.js";
import { terminalLines } from "../verify/terminal.js";
import { verify } from "../verify/verify.js";
import { UsageError } from "./command-line.js";
import { readVerifyOptions, VERIFY_HELP } from "./verify-options.js";

export interface Terminal {
  print: (line: string) => void;
  /** Shows a line in the place of the last one; `undefined` where lines cannot be replaced. */
  replace: ((line: string) => void) | undefined;
  /** Asks whoever sits there; `undefined` when nobody does. */
  confirm: ((question: string) => Promise<boolean>) | undefined;
  isColoured: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** The package's. */
  version: string;
}

const EXIT = { passed: 0, failed: 1, "could not be checked": 2 };
const FORMATS = { junit, json };

/** `kwik-portal-link verify` @returns the exit code. @throws {UsageError} */
export async function verifyCommand(
  args: string[],
  { print, replace, confirm, isColoured, signal, version }: Terminal,
): Promise<number> {
  const read = readVerifyOptions(args, process.env);
  if (!read) {
    print(VERIFY_HELP);
    return 0;
  }
  const { options, verbose: isVerbose, yes: isAgreed } = read;
  const reports = await Promise.all(read.reports.map(readReport));
  const { baseUrl, account, allowed = [] } = options;
  const probes = planOf(options);
  const links = probes.filter(({ isValid }) => isValid).length;
  print(
    `Sends ${probes.length} requests to ${baseUrl}, one at a time: ${links} create real links for ${JSON.stringify(account.customer_id)}, ${probes.length - links} must be refused.`,
  );
  if (!isAgreed && !isLoopback(baseUrl)) {
    if (!confirm)
      throw new UsageError(
        "Nobody is there to be asked whether to send them: add --yes.",
      );
    if (!(await confirm("Send them? [y/N] "))) {
      print("Could not be checked: nothing was sent.");
      return EXIT["could not be checked"];
    }
  }
  const progress = replace && { onProgress: replace };
  const verification = await verify({ ...options, signal, ...progress });
  replace?.("");
  const shown = { isColoured, isVerbose, allowed };
  for (const line of terminalLines(verification, shown)) print(line);
  const report = { ...verification, version, date: new Date() };
  for (const write of reports) await write(report);
  return EXIT[verification.outcome];
}

/** Reads `--report FORMAT=FILE`, and proves that the file can be written before anything is sent. */
async function readReport(argument: string) {
  const [, name, file = ""] = /^(junit|json)=(.+)$/.exec(argument) ?? [];
  if (!name)
    throw new UsageError(
      `--report ${argument} must be junit=FILE or json=FILE.`,
    );
  const isThere = await stat(file).catch(() => undefined);
  await appendFile(file, "").catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`--report cannot write ${file} (${code}).`);
  });
  if (!isThere) await rm(file);
  const format = FORMATS[name as keyof typeof FORMATS];
  return (report: Report) => writeFile(file, format(report));
}
