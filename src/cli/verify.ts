import { parseArgs } from "node:util";
import { checkedBaseUrl } from "../client/base-url.js";
import { isLoopback } from "../contract/loopback.js";
import { basicCredentials } from "../client/credentials.js";
import { UsageError } from "./usage-error.js";
import type { Verdict } from "../verify/judge.js";
import { readReport, writeReport } from "./report-files.js";
import { isAboutLink, NEED_SUBSCRIPTION } from "../verify/rules.js";
import { stepsFor, verify } from "../verify/verify.js";

export interface Terminal {
  /** Gets one line at a time. */
  print: (line: string) => void;
  /** Asks whoever sits there; `undefined` when nobody does. */
  confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

const EXIT = { passed: 0, failed: 1, "could not be checked": 2 };

/**
 * `kwik-portal-link verify`
 *
 * @returns the exit code.
 * @throws {UsageError} an option is unknown or unusable.
 */
export async function verifyCommand(
  args: string[],
  { print, confirm, signal }: Terminal,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      "base-url": { type: "string" },
      customer: { type: "string" },
      subscription: { type: "string" },
      report: { type: "string", multiple: true, default: [] },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    print(VERIFY_HELP);
    return 0;
  }
  const customerId = required("--customer", values.customer);
  const baseUrl = asUsage("--", () =>
    checkedBaseUrl(required("--base-url", values["base-url"])),
  );
  const [apiKey, apiSecret] = credentials();
  const reports = await Promise.all(values.report.map(readReport));
  const subscriptionId = values.subscription || undefined;
  const steps = stepsFor(subscriptionId);
  const links = steps.filter(isAboutLink).length;

  print(
    `Sends ${steps.length} requests to ${baseUrl}, one at a time: ${links} create real links for ${customerId}, ${steps.length - links} must be refused.`,
  );
  if (!subscriptionId)
    print(`Without --subscription, not sent: ${NEED_SUBSCRIPTION.join(", ")}.`);
  if (!values.yes && !isLoopback(baseUrl)) {
    if (!confirm)
      throw new UsageError(
        "Nobody is there to be asked whether to send them: add --yes.",
      );
    if (!(await confirm("Send them? [y/N] "))) {
      print("Could not be checked: nothing was sent.");
      return EXIT["could not be checked"];
    }
  }
  let sent = 0;
  const verification = await verify({
    baseUrl,
    customerId,
    subscriptionId,
    apiKey,
    apiSecret,
    signal,
    onProgress: (step, status) =>
      print(`${String(++sent).padStart(2)}/${steps.length} ${step}: ${status}`),
  });
  if (verification.outcome !== "could not be checked")
    for (const verdict of verification.verdicts) print(lineOf(verdict));
  print(verification.summary);
  for (const report of reports) await writeReport(report, verification);
  return EXIT[verification.outcome];
}

function required(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${option} is missing.`);
  return value;
}

function credentials(): [apiKey: string, apiSecret: string] {
  const [, apiSecret, apiKey] = asUsage("The environment's ", () =>
    basicCredentials(undefined, undefined),
  );
  return [apiKey, apiSecret];
}

/** What the client refuses as an option is a mistake of whoever typed the command. */
function asUsage<Value>(prefix: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const words = (error as Error).message
      .replace(/^baseUrl/, "base-url")
      .replace(/pass it, or set/, "set");
    throw new UsageError(prefix + words);
  }
}

function lineOf({ verdict, id, says, source, message }: Verdict): string {
  const from = {
    page: "",
    vendor: "",
    contract: " (the contract's own)",
    ours: " (our own rule)",
  };
  const found = message ? `\n${" ".repeat(13)}${message}` : "";
  return `${verdict.padEnd(12)} ${id}: ${says}${from[source]}${found}`;
}

const VERIFY_HELP = `Usage: kwik-portal-link verify --base-url URL --customer ID [options]

Asks a running provider what the contract says it answers, and gives a verdict
on each rule, with the sentence it comes from. It creates a few real links, for
a customer of yours, and sends what has to be refused; one request at a time.
Anywhere but on this machine it asks first.

Credentials come from the environment alone: KWIK_API_KEY, KWIK_API_SECRET.
Redocly CLI runs the workflows: npm install --save-dev @redocly/cli@2

Options:
  --base-url <url>        The provider: https, or http on this machine
  --customer <id>         A customer of this account's
  --subscription <id>     A subscription of that customer's; without one, what
                          needs it is not checked
  --report <format=file>  Writes a report as well: junit, json or markdown;
                          may be repeated
  --yes                   Does not ask, as in CI
  -h, --help              Prints this help

Exit code: 0 the contract is kept, 1 it is broken, 2 it could not be checked.`;
