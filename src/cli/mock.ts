import process from "node:process";
import { examples } from "../contract/generated.js";
import { isLoopbackAddress, LINK_PATH } from "../mock/addresses.js";
import { mockAnswerNames } from "../mock/answers.js";
import { isPortalUrl } from "../mock/options.js";
import { startMockServer } from "../mock/start-mock-server.js";
import { readOptions, UsageError } from "./command-line.js";

/**
 * `kwik-portal-link mock`
 *
 * @param print Gets one line at a time.
 * @throws {UsageError} an option is unknown or unusable.
 * @throws {Error} it cannot listen there.
 */
export async function mockCommand(
  args: string[],
  print: (line: string) => void,
): Promise<void> {
  const { values, positionals } = readOptions(args, {
    port: { type: "string", default: "4010" },
    host: { type: "string", default: "127.0.0.1" },
    "portal-url": { type: "string" },
    "api-key": { type: "string" },
    "api-secret": { type: "string" },
    "link-lifetime": { type: "string", default: "1800" },
    latency: { type: "string", default: "0" },
    seed: { type: "string" },
    next: { type: "string" },
    quiet: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return print(MOCK_HELP);
  const { host, seed, quiet, "portal-url": portalUrl } = values;
  const { "api-key": apiKey, "api-secret": apiSecret } = values;
  const next = mockAnswerNames.find((name) => name === values.next);
  // It may be a piece of a secret, so it stays out of the message.
  if (positionals.length > 0)
    refuse("The mock takes options alone: quote a value that has spaces.");
  if (!host) refuse("--host is empty: name an address of this machine.");
  if (values.next !== undefined && !next)
    refuse(`--next must be one of ${mockAnswerNames.join(", ")}.`);
  if (apiKey !== undefined && !/^[^:]+$/.test(apiKey))
    refuse("--api-key must not be empty, and has no colon.");
  if (apiSecret === "") refuse("--api-secret must not be empty.");
  if (portalUrl !== undefined && !isPortalUrl(portalUrl))
    refuse("--portal-url must be an http or https URL that ends in a slash.");
  const most = Number.MAX_SAFE_INTEGER;
  const { "link-lifetime": lifetime } = values;
  const mock = await startMockServer({
    ...{ host, portalUrl, apiKey, apiSecret },
    port: numberIn("port", values.port, 0, 65_535),
    seed: seed === undefined ? seed : numberIn("seed", seed, -most, most),
    latencyMs: numberIn("latency", values.latency, 0, 600_000),
    linkLifetimeMs: 1000 * numberIn("link-lifetime", lifetime, 1, 31_536_000),
    log: quiet ? undefined : (line) => print(`${timeOfDay()} ${line}`),
  });
  if (next) mock.next(next);
  // Node as process 1, as in a container, ignores signals that it does not handle.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  if (quiet) return print(mock.url);
  const isOpen = apiKey === undefined && apiSecret === undefined;
  for (const line of firstLines(mock.url, isOpen)) print(line);
  if (!isLoopbackAddress(host))
    print(`It listens on ${host}: other machines can reach it.`);
  print("Ctrl-C stops it.");
}

function firstLines(url: string, isOpen: boolean): string[] {
  // Some shells take the brackets of an IPv6 address for a pattern.
  const quoted = (path: string) =>
    url.includes("[") ? `'${url}${path}'` : url + path;
  // What was given stays out of logs, made up or not.
  const user = isOpen ? "key:secret" : '"$KWIK_API_KEY:$KWIK_API_SECRET"';
  const json = "-H 'Content-Type: application/json'";
  const body = JSON.stringify(examples.request.noSubscription);
  return [
    `The API is mocked at ${url}. Open that in a browser to create a link and see the portal.`,
    isOpen
      ? "Any key and secret will do."
      : "It takes what --api-key and --api-secret name alone: put them into KWIK_API_KEY and KWIK_API_SECRET.",
    "",
    "Create a link, and open its link_url in a browser:",
    `  curl -u ${user} ${json} \\`,
    `    -d '${body}' ${quoted(LINK_PATH)}`,
    "Make the next call fail:",
    `  curl ${json} -d '{"name":"recordNotFound"}' ${quoted("/__mock/next")}`,
    "",
  ];
}

const timeOfDay = () => new Date().toTimeString().slice(0, 8);

function numberIn(name: string, text: string, least: number, most: number) {
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  return refuse(`--${name} must be a whole number from ${least} to ${most}.`);
}

function refuse(message: string): never {
  throw new UsageError(message);
}

const MOCK_HELP = `Usage: kwik-portal-link mock [options]

Plays the API on this machine, under any base path; its URL is a page for your
browser. The answer follows the request; a request that breaks the contract is
refused, and the log says why. The links lead to a page that plays the portal.

Options:
  --port <number>        Where to listen; 0 is a free port (default 4010)
  --host <address>       On which one (default 127.0.0.1: this machine alone)
  --portal-url <url>     Where links begin, behind TLS or a forwarded port, as
                         https://mock.example/portal/ (default: as it is called)
  --api-key <key>        The only key accepted (default any)
  --api-secret <secret>  The only secret accepted (default any). Make both up:
                         other programs on this machine can read them
  --link-lifetime <s>    How long a link lives, in seconds (default 1800)
  --latency <ms>         How long each answer takes (default 0)
  --seed <integer>       Makes ids and links repeatable (default: new each time)
  --next <name>          Answers the first call with NAME, see below
  --quiet                Prints its URL alone, and logs no requests
  -h, --help             Prints this help

Answers for the next call, one of the names below:
  curl -H 'Content-Type: application/json' \\
    -d '{"name":"NAME","times":1}' http://127.0.0.1:4010/__mock/next
${mockAnswerNames.map((name) => `  ${name}`).join("\n")}
Ctrl-C stops it.`;
