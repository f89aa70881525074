import { isLoopback } from "../contract/judge.js";
import { allRules, type VerifyOptions } from "../verify/cases.js";
import { readOptions, UsageError } from "./command-line.js";

export const VERIFY_HELP = `Usage: kwik-portal-link verify --base-url URL --customer ID [options]

Sends a provider the requests that the contract describes, and requests that
break one rule each, and gives a verdict on every rule. It creates a few real
links, for a customer of yours; one request at a time. It says how many first
and, anywhere but on this machine, asks.

Credentials come from the environment alone: KWIK_API_KEY, KWIK_API_SECRET.

Options (--header, --allow and --report may be repeated):
  --base-url <url>        The provider: https, or http on this machine
  --customer <id>         A customer of this account's
  --subscription <id>     One of that customer's; what needs it is skipped else
  --header "NAME: VALUE"  Sent along, as for a gateway; the value is not printed
  --allow <rule>          Does not fail for this rule
  --allow-http            Takes a base URL and links with http on any host
  --report <format=file>  Writes a report as well: junit or json
  --strict                Counts warnings as failures
  --verbose               Lists the ids of all rules
  --yes                   Does not ask, as in CI
  -h, --help              Prints this help

A warning is a rule of this contract's own that the vendor never documented.

Exit code: 0 the contract is kept, 1 it is broken, 2 it could not be checked.`;

/** What this command sets itself, and what belongs to the connection. */
const RESERVED =
  /^(authorization|content-(type|length)|host|connection|keep-alive|transfer-encoding|upgrade|expect|te|trailer)$/i;
const HEADER_FORM = '--header must be "NAME: VALUE", in quotes.';

const text = { type: "string", default: "" } as const;
const list = { type: "string", multiple: true } as const;
const flag = { type: "boolean", default: false } as const;

/**
 * @returns `undefined` when help is asked for.
 * @throws {UsageError} an option is unknown, missing or unusable. The message never holds a header's value.
 */
export function readVerifyOptions(
  args: string[],
  { KWIK_API_KEY = "", KWIK_API_SECRET = "" }: NodeJS.ProcessEnv,
) {
  // Before all else, because the value that was split off may look like an option.
  if (/^--header[\n=][^\n:]*:\s*$/m.test(args.join("\n")))
    throw new UsageError(HEADER_FORM);
  const { values, positionals } = readOptions(args, {
    ...{ "base-url": text, customer: text, subscription: text },
    ...{ header: list, allow: list, report: list },
    ...{ "allow-http": flag, strict: flag, verbose: flag, yes: flag },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return undefined;
  if (positionals.length > 0)
    throw new UsageError(
      `verify takes options alone: quote a value with spaces. ${HEADER_FORM}`,
    );
  const needed = {
    "--base-url": values["base-url"],
    "--customer": values.customer.trim(),
    "KWIK_API_KEY in the environment": KWIK_API_KEY,
    "KWIK_API_SECRET in the environment": KWIK_API_SECRET,
  };
  const all = Object.entries(needed);
  const missing = all.flatMap(([name, value]) => (value ? [] : name));
  const verb = missing.length > 1 ? "are" : "is";
  if (missing.length > 0)
    throw new UsageError(`${missing.join(", ")} ${verb} missing.`);
  // What HTTP Basic cannot carry; a trailing newline is the usual one.
  if (/[\p{Cc}:]/u.test(KWIK_API_KEY) || /\p{Cc}/u.test(KWIK_API_SECRET))
    throw new UsageError(
      "KWIK_API_KEY must have no line break or colon, and KWIK_API_SECRET no line break.",
    );
  const { subscription, allow = [], report = [], header = [] } = values;
  const unknown = allow.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined)
    throw new UsageError(
      `There is no rule ${unknown}: a report lists the ids of all.`,
    );
  const options: VerifyOptions = {
    baseUrl: readBaseUrl(values["base-url"], values["allow-http"]),
    allowHttp: values["allow-http"],
    account: {
      customer_id: values.customer,
      ...(subscription && { subscription_id: subscription }),
    },
    ...{ apiKey: KWIK_API_KEY, apiSecret: KWIK_API_SECRET },
    headers: header.map(readHeader),
    ...{ allowed: allow, isStrict: values.strict },
  };
  return { options, reports: report, ...values };
}

function readBaseUrl(given: string, allowHttp: boolean): string {
  const href = URL.canParse(given) ? new URL(given).href : "";
  const form = "--base-url must be an https URL, or http on loopback";
  if (!/^https?:\/\/[^/@?#]*(\/[^?#]*)?$/.test(href))
    throw new UsageError(`${form}, without credentials or query.`);
  if (href.startsWith("http:") && !isLoopback(href) && !allowHttp)
    throw new UsageError(
      `${form}: elsewhere http sends the secret unencrypted. --allow-http allows it.`,
    );
  return href.replace(/\/+$/, "");
}

function readHeader(given: string): [name: string, value: string] {
  const [, name = "", value = ""] =
    /^([^\s:]+):\s*([\t -~\x80-\xff]*)$/.exec(given) ?? [];
  if (RESERVED.test(name))
    throw new UsageError(`--header cannot set ${name}: verify does.`);
  try {
    // Its own error would show the value.
    if (new Headers([[name, value]]).get(name)) return [name, value];
  } catch {
    // Told below.
  }
  throw new UsageError(HEADER_FORM);
}
