import { examples, type Operation } from "../contract/generated.js";
import { valueAt } from "../contract/field-path.js";
import { asRecord, tryParseJson } from "../contract/json.js";
import { readContract, type Contract } from "./contract.js";
import { curlOf } from "./curl.js";
import { judge } from "./judge.js";
import type { Account } from "./account.js";
import { planOf, type Plan, type Probe } from "./probes.js";
import { rulesOf, type Rule } from "./rules.js";
import { NoResponse, send } from "./send.js";
import { verdictsOf, type JudgedExchange, type Verdict } from "./verdicts.js";

export interface VerifyOptions extends Account {
  /** As `checkedBaseUrl` returns it. */
  baseUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Warnings count as failures. @default false */
  isStrict?: boolean;
  /** Gets each response as it comes. */
  onProgress?: (progress: Progress) => void;
  /** Stops it; what was sent by then was sent. */
  signal?: AbortSignal | undefined;
  /** @default the global one */
  fetch?: (request: Request) => Promise<Response>;
  /** How long a response may take, in ms. @default 30_000 */
  timeoutMs?: number;
  /** @default the package's own */
  contract?: Contract;
}

interface Progress {
  probe: Probe;
  status: number;
  /** What was not wanted about it, a sentence each. */
  unwanted: string[];
}

export interface Verification {
  outcome: "passed" | "failed" | "could not be checked";
  /** Why it could not be checked. */
  stopped?: string;
  /** The base URL, or the name of the recording. */
  provider: string;
  verdicts: Verdict[];
  /** How long the requests took, in ms. */
  durationMs: number;
}

/** What will be sent, so that it can be told before. */
export function plan(account: Account, contract = readContract()): Plan {
  return planOf(contract, account);
}

/** Sends requests to a provider, one at a time, and holds the responses against the contract. */
export async function verify({
  baseUrl,
  isStrict = false,
  onProgress,
  fetch = globalThis.fetch,
  timeoutMs = 30_000,
  contract = readContract(),
  ...options
}: VerifyOptions): Promise<Verification> {
  const { operation, mediaType } = contract;
  const { method } = operation;
  const rules = rulesOf(contract);
  const url = baseUrl + operation.path;
  const target = { ...options, url, method, mediaType, fetch, timeoutMs };
  const exchanges: JudgedExchange[] = [];
  const { probes } = planOf(contract, options);
  let stopped =
    probes.length > 0
      ? undefined
      : "no example of the contract can be sent without ids of this account's own";
  for (const probe of stopped ? [] : probes) {
    try {
      const { signal } = options;
      const response = await send({ ...target, signal }, probe);
      const judged = judge(contract, rules, { probe, response, baseUrl });
      const curl = curlOf(url, method, mediaType, probe);
      const exchange = { probe, response, baseUrl, curl, ...judged };
      const unwanted = judged.observations.flatMap(({ broken = [] }) => broken);
      onProgress?.({ probe, status: response.status, unwanted });
      stopped = stopReason(operation, exchange, exchanges);
      exchanges.push(exchange);
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error;
      stopped = `${error.message} to ${probe.title}`;
    }
    if (stopped) break;
  }
  return concluded(baseUrl, rules, exchanges, isStrict, stopped);
}

export function concluded(
  provider: string,
  rules: readonly Rule[],
  exchanges: readonly JudgedExchange[],
  isStrict: boolean,
  stopped: string | undefined,
): Verification {
  const verdicts = verdictsOf(rules, exchanges, isStrict);
  const durationMs = exchanges
    .map(({ response }) => response.durationMs)
    .reduce((sum, ms) => sum + ms, 0);
  const isBroken = verdicts.some(({ verdict }) => verdict === "failed");
  return {
    outcome: stopped ? "could not be checked" : isBroken ? "failed" : "passed",
    ...(stopped && { stopped }),
    provider,
    verdicts,
    durationMs,
  };
}

/** What makes the rest pointless: it is about the account, the URL or the load, not about the contract. */
function stopReason(
  { echoes }: Operation,
  { probe, response, isAccepted }: JudgedExchange,
  before: readonly JudgedExchange[],
): string | undefined {
  const { status, body } = response;
  if (isAccepted) return undefined;
  const told = `(HTTP ${status})`;
  if (status === 429) return `it asked to slow down ${told}, at ${probe.title}`;
  const account = (text: string) =>
    echoes.map(({ request }) => valueAt(tryParseJson(text), request)).join();
  const isKnown = before.some(
    (earlier) =>
      earlier.isAccepted && account(earlier.probe.body) === account(probe.body),
  );
  if (probe.expects !== "success" || isKnown) return undefined;
  const { invalidApiKey, recordNotFound } = examples.createPortalLink.failure;
  const isFirst = before.length === 0;
  if (isFirst && (isLike(body, invalidApiKey) || [401, 403].includes(status)))
    return `the key was refused ${told}: set KWIK_API_KEY and KWIK_API_SECRET to a pair of this provider's`;
  if (isLike(body, recordNotFound) || status === 404)
    return isFirst
      ? `the customer was not found ${told}: name one with --customer, and see that --base-url is right`
      : `the subscription was not found ${told}: name one of the customer's with --subscription`;
  if (isFirst && status > 299 && status < 400)
    return `it redirects ${told}: see that --base-url is right`;
  return isFirst && status > 499 ? `it failed ${told}` : undefined;
}

/** Whether a failure has the code, or any other text, of an example. */
function isLike(body: string, example: object): boolean {
  const failure = asRecord(tryParseJson(body));
  return Object.entries(example).some(
    ([name, value]) => typeof value === "string" && failure[name] === value,
  );
}
