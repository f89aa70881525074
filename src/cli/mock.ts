import { parseArgs } from "node:util";
import { mockAnswerNames } from "../mock/answers.js";
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
      seed: { type: "string" },
      latency: { type: "string", default: "0" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return print(MOCK_HELP);
  const { host } = values;
  if (!host)
    throw new UsageError("--host is empty: name an address of this machine.");
  const { url } = await startMockServer({
    port: numberIn("port", values.port, 0, 65_535),
    host,
    seed:
      values.seed === undefined
        ? undefined
        : numberIn("seed", values.seed, -MAX_SEED, MAX_SEED),
    latencyMs: numberIn("latency", values.latency, 0, 600_000),
    log: (line) => print(`${timeOfDay(Math.floor(Date.now() / 1000))} ${line}`),
  });
  print(`The API is mocked at ${url}. Any key and secret will do.`);
  if (!/^(127\.|localhost$|::1$)/.test(host))
    print(`It listens on ${host}: other machines can reach it.`);
  print("Ctrl-C stops it.");
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

Plays POST /customer-portal/link on this machine, under any base path. The
answer follows the request; a request that breaks the contract is refused, and
the log says why. The links lead back here, to a page that plays the portal.

Options:
  --port <number>   Where to listen; 0 is a free port (default 4010)
  --host <address>  On which address (default 127.0.0.1: this machine alone)
  --seed <integer>  Makes ids and links repeatable (default: new ones each time)
  --latency <ms>    How long each answer takes (default 0)
  -h, --help        Prints this help

Try it:
  curl -u key:secret -H 'Content-Type: application/json' \\
    -d '{"customer_id":"cus_abc123"}' http://127.0.0.1:4010/customer-portal/link

The header "Prefer: example=NAME" asks for another answer, and
"Prefer: code=STATUS, example=NAME" for a failure under another HTTP status.
NAME is one of:
${mockAnswerNames.map((name) => `  ${name}`).join("\n")}

Ctrl-C stops it.`;
