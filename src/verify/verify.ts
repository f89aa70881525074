import { asRecord, tryParseJson } from "../contract/values.js";
import { planOf, type VerifyOptions } from "./cases.js";
import { createJudge, type Exchange } from "./judge.js";
import { NotChecked, send } from "./send.js";
import { verdictsOf, type Verdict } from "./verdicts.js";

export interface Verification {
  outcome: "passed" | "failed" | "could not be checked";
  /** Why it could not be checked. */
  stopped?: string;
  provider: string;
  verdicts: Verdict[];
}

/** Sends a provider the contract's cases, one at a time, and judges each response. It throws the signal's reason alone. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const probes = planOf(options);
  const judge = createJudge(options);
  const exchanges: Exchange[] = [];
  let stopped: string | undefined;
  try {
    for (const probe of probes) {
      const exchange = judge(probe, await send(options, probe));
      stopped = stopReason(exchange, exchanges);
      if (stopped) break;
      exchanges.push(exchange);
      const progress = `${exchanges.length}/${probes.length} ${probe.title}`;
      options.onProgress?.(`${progress}: ${exchange.response.status}`);
    }
  } catch (error) {
    if (!(error instanceof NotChecked)) throw error;
    stopped = error.message;
  }
  const verdicts = verdictsOf(exchanges, options);
  const isBroken = verdicts.some(({ verdict }) => verdict === "failed");
  return {
    outcome: stopped ? "could not be checked" : isBroken ? "failed" : "passed",
    ...(stopped && { stopped }),
    provider: options.baseUrl,
    verdicts,
  };
}

/** What makes the rest pointless: it is about the account, the URL or what stands in front of the API, not about the contract. */
function stopReason(
  { probe, response, kind }: Exchange,
  before: readonly Exchange[],
): string | undefined {
  const { status, text } = response;
  if (kind === "success" || !probe.isValid) return undefined;
  const isForeign = kind === "foreign";
  const told = `(HTTP ${status}${isForeign ? ", not in the API's format" : ""})`;
  const { error_code: code } = asRecord(tryParseJson(text));
  const isUnknown = code === "007" || status === 404;
  const isDenied = [401, 403, 407].includes(status);
  if (before.length > 0) {
    const { subscription_id: id } = asRecord(probe.body);
    const accepted = before.filter((one) => one.kind === "success");
    const bodies = accepted.map((one) => asRecord(one.probe.body));
    const isKnown = bodies.some((body) => body.subscription_id === id);
    return isUnknown && !isKnown && !isForeign
      ? `the subscription was not found ${told}: name one of the customer's with --subscription`
      : undefined;
  }
  if (status > 499) return `it failed ${told}`;
  if (isForeign && isDenied)
    return `something refused the request before the API did ${told}: a gateway may ask for a header, which --header adds`;
  if (isForeign && (status === 404 || (status > 299 && status < 400)))
    return `the API is not there ${told}: see that --base-url is right`;
  if (isForeign) return undefined;
  if (code === "001" || isDenied)
    return `the key was refused ${told}: set KWIK_API_KEY and KWIK_API_SECRET to a pair of this provider's`;
  return isUnknown
    ? `the customer was not found ${told}: name one with --customer`
    : undefined;
}
