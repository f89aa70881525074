import { readFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { checkedBaseUrl } from "../client/base-url.js";
import { basicCredentials } from "../client/credentials.js";
import { isLoopback } from "../contract/loopback.js";
import { verifyHar } from "../verify/har.js";
import { terminal } from "../verify/reports/terminal.js";
import { plan, verify, type Verification } from "../verify/verify.js";
import { readReport, writeReport } from "./report-files.js";
import { UsageError } from "./usage-error.js";
import { VERIFY_HELP } from "./verify-help.js";

export interface Terminal {
  /** Gets one line at a time. */
  print: (line: string) => void;
  /** Shows a line in the place of the last one; `undefined` where lines cannot be replaced. */
  replace: ((line: string) => void) | undefined;
  /** Asks whoever sits there; `undefined` when nobody does. */
  confirm: ((question: string) => Promise<boolean>) | undefined;
  isColoured: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** The package's version. */
  version: string;
}

const EXIT = { passed: 0, failed: 1, "could not be checked": 2 };

type Values = ReturnType<typeof readArguments>;

function readArguments(args: string[]) {
  return parseArgs({
    args,
    options: {
      "base-url": { type: "string" },
      customer: { type: "string", default: "" },
      subscription: { type: "string", default: "" },
      har: { type: "string" },
      report: { type: "string", multiple: true, default: [] },
      strict: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  }).values;
}

/**
 * `kwik-portal-link verify`
 *
 * @returns the exit code.
 * @throws {UsageError} an option is unknown or unusable.
 */
export async function verifyCommand(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const values = readArguments(args);
  if (values.help) {
    terminal.print(VERIFY_HELP);
    return 0;
  }
  return values.har === undefined
    ? verifyProvider(values, terminal)
    : verifyRecording(values.har, values, terminal);
}

async function verifyProvider(
  values: Values,
  { print, replace, confirm, signal, ...shown }: Terminal,
): Promise<number> {
  const { customer, subscription, strict, yes } = values;
  const { KWIK_API_KEY, KWIK_API_SECRET } = process.env;
  const needed = {
    "--base-url": values["base-url"],
    "--customer": customer.trim(),
    "KWIK_API_KEY in the environment": KWIK_API_KEY,
    "KWIK_API_SECRET in the environment": KWIK_API_SECRET,
  };
  const missing = Object.entries(needed)
    .filter(([, value]) => !value)
    .map(([name]) => name);
  if (missing.length > 0)
    throw new UsageError(
      `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing.`,
    );
  const baseUrl = asUsage("--", () => checkedBaseUrl(values["base-url"]));
  const [, apiSecret, apiKey] = asUsage("The environment's ", () =>
    basicCredentials(undefined, undefined),
  );
  const reports = await Promise.all(values.report.map(readReport));
  const account = {
    customerId: customer,
    subscriptionId: subscription || undefined,
  };
  const { probes, notSent } = plan(account);
  const links = probes.filter(({ expects }) => expects === "success").length;
  print(
    `Sends ${probes.length} requests to ${baseUrl}, one at a time: ${links} create real links for ${JSON.stringify(customer)}, ${probes.length - links} must be refused.`,
  );
  if (notSent.length > 0)
    print(`Without --subscription, not sent: ${notSent.join(", ")}.`);
  if (!yes && !isLoopback(baseUrl)) {
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
    ...{ baseUrl, ...account, apiKey, apiSecret, isStrict: strict, signal },
    onProgress: ({ probe, status, unwanted }) => {
      const line = `${String(++sent).padStart(2)}/${probes.length} ${probe.title}: ${status}`;
      if (replace) replace(line);
      else print([line, ...unwanted].join("  ✗ "));
    },
  });
  replace?.("");
  return conclude(verification, reports, { print, ...shown });
}

async function verifyRecording(
  file: string,
  values: Values,
  shown: Terminal,
): Promise<number> {
  const { "base-url": url, customer, subscription, yes, strict } = values;
  if (customer || subscription || yes)
    throw new UsageError(
      "--har sends nothing: leave out --customer, --subscription and --yes.",
    );
  const baseUrl =
    url === undefined ? url : asUsage("--", () => checkedBaseUrl(url));
  const har = await readFile(file, "utf8").catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new UsageError(`--har cannot read ${file} (${code}).`);
    },
  );
  const reports = await Promise.all(values.report.map(readReport));
  const verification = asUsage("--har: ", () =>
    verifyHar({ har, name: file, baseUrl, isStrict: strict }),
  );
  const { judged, others, incomplete } = verification.entries;
  shown.print(
    `Of ${file}, ${judged} entries are judged. Left alone: ${others} about something else, ${incomplete} without a body or a response. Nothing is sent.`,
  );
  return conclude(verification, reports, shown);
}

async function conclude(
  verification: Verification,
  reports: Awaited<ReturnType<typeof readReport>>[],
  {
    print,
    isColoured,
    version,
  }: Pick<Terminal, "print" | "isColoured" | "version">,
): Promise<number> {
  for (const line of terminal(verification, isColoured)) print(line);
  const report = { ...verification, version, date: new Date() };
  for (const file of reports) await writeReport(file, report);
  return EXIT[verification.outcome];
}

/** What the client refuses as an option is a mistake of whoever typed the command. */
function asUsage<Value>(prefix: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const words = (error as Error).message
      .replace(/^baseUrl/, "base-url")
      .replace(/pass it, or set/, "set");
    throw new UsageError(prefix + words);
  }
}
