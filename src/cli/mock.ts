import { parseArgs } from "node:util";
import { examples, operations } from "../contract/generated.js";
import { isLoopbackAddress } from "../mock/addresses.js";
import { mockAnswerNames } from "../mock/mocked-operations.js";
import { startMockServer } from "../mock/start-mock-server.js";
import { memoizeLast } from "../contract/memoize-last.js";
import { UsageError } from "./usage-error.js";

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
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      "api-key": { type: "string" },
      "api-secret": { type: "string" },
      "link-lifetime": { type: "string", default: "1800" },
      latency: { type: "string", default: "0" },
      seed: { type: "string" },
      next: { type: "string" },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return print(MOCK_HELP);
  const { host, seed, quiet } = values;
  if (!host)
    throw new UsageError("--host is empty: name an address of this machine.");
  const next = mockAnswerNames.find((name) => name === values.next);
  if (values.next !== undefined && !next)
    throw new UsageError(
      `--next must be one of ${mockAnswerNames.join(", ")}.`,
    );
  const { "api-key": apiKey, "api-secret": apiSecret } = values;
  if (apiKey !== undefined && !/^[^:]+$/.test(apiKey))
    throw new UsageError("--api-key must not be empty, and has no colon.");
  if (apiSecret === "") throw new UsageError("--api-secret must not be empty.");
  const mock = await startMockServer({
    port: numberIn("port", values.port, 0, 65_535),
    host,
    apiKey,
    apiSecret,
    seed:
      seed === undefined ? seed : numberIn("seed", seed, -MAX_SEED, MAX_SEED),
    latencyMs: numberIn("latency", values.latency, 0, 600_000),
    linkLifetimeMs:
      1000 * numberIn("link-lifetime", values["link-lifetime"], 1, 31_536_000),
    log: quiet
      ? undefined
      : (line) => print(`${timeOfDay(Math.floor(Date.now() / 1000))} ${line}`),
  });
  if (next) mock.next(next);
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
  const { path } = operations.createPortalLink;
  const [request] = Object.values(examples.createPortalLink.request);
  // What was given stays out of logs, made up or not.
  const user = isOpen ? "key:secret" : '"$KWIK_API_KEY:$KWIK_API_SECRET"';
  const json = "-H 'Content-Type: application/json'";
  return [
    `The API is mocked at ${url}. ${isOpen ? "Any key and secret will do." : "It takes what --api-key and --api-secret name alone."}`,
    "",
    `${isOpen ? "Create a link" : "Put them into KWIK_API_KEY and KWIK_API_SECRET, create a link"}, and open its link_url in a browser:`,
    `  curl -u ${user} ${json} \\`,
    `    -d '${JSON.stringify(request)}' ${quoted(path)}`,
    "Make the next call fail:",
    `  curl ${json} -d '{"name":"recordNotFound"}' ${quoted("/__mock/next")}`,
    "",
  ];
}

/** Local, as HH:MM:SS. Formatting it anew for each line would take longer than the answer. */
const timeOfDay = memoizeLast((seconds: number) =>
  new Date(seconds * 1000).toTimeString().slice(0, 8),
);

const MAX_SEED = Number.MAX_SAFE_INTEGER;

function numberIn(
  option: string,
  text: string,
  least: number,
  most: number,
): number {
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(
    `--${option} must be a whole number from ${least} to ${most}.`,
  );
}

const MOCK_HELP = `Usage: kwik-portal-link mock [options]

Plays the API on this machine, under any base path. The answer follows the
request; a request that breaks the contract is refused, and the log says why.
The links lead back here, to a page that plays the portal.

Options:
  --port <number>        Where to listen; 0 is a free port (default 4010)
  --host <address>       On which one (default 127.0.0.1: this machine alone)
  --api-key <key>        The only key accepted (default any)
  --api-secret <secret>  The only secret accepted (default any). Make both up:
                         other programs on this machine can read them
  --link-lifetime <s>    How long a link lives, in seconds (default 1800)
  --latency <ms>         How long each answer takes (default 0)
  --seed <integer>       Makes ids and links repeatable (default: new each time)
  --next <name>          Answers the first call with NAME, see below
  --quiet                Logs no requests
  -h, --help             Prints this help

Answers to ask for, for the next call:
  curl -H 'Content-Type: application/json' \\
    -d '{"name":"NAME","times":1}' http://127.0.0.1:4010/__mock/next
or, for one call, with its header "Prefer: example=NAME".
NAME is one of:
${mockAnswerNames.map((name) => `  ${name}`).join("\n")}

Ctrl-C stops it.`;
