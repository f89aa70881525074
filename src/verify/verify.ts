import { operations } from "../contract/generated.js";
import { encodeBasic } from "../contract/basic-auth.js";
import { asRecord } from "../contract/json.js";
import { tryParseJson } from "../contract/json.js";
import { documentedCode, judge, type Exchange, type Verdict } from "./judge.js";
import { startRecorder, type Recording } from "./recorder.js";
import { findRedocly, runRespect } from "./respect.js";
import { NEED_SUBSCRIPTION, STEPS } from "./rules.js";

export interface VerifyOptions {
  /** As `checkedBaseUrl` returns it. */
  baseUrl: string;
  customerId: string;
  subscriptionId: string | undefined;
  apiKey: string;
  apiSecret: string;
  /** Gets each answer as it comes. */
  onProgress: (step: string, status: number) => void;
  /** Stops it; what was sent by then was sent. */
  signal?: AbortSignal | undefined;
}

export interface Verification {
  outcome: "passed" | "failed" | "could not be checked";
  /** One line that says which. */
  summary: string;
  baseUrl: string;
  verdicts: Verdict[];
}

const TIMEOUT_MS = 30_000;

/** The workflows that are run, in their order. */
export function stepsFor(subscriptionId: string | undefined): string[] {
  return Object.keys(STEPS).filter(
    (step) => subscriptionId !== undefined || !NEED_SUBSCRIPTION.includes(step),
  );
}

/**
 * Sends the workflows' requests to a provider, one at a time, and holds the answers against the contract.
 *
 * @throws {Error} Redocly CLI is missing, or failed.
 */
export async function verify({
  baseUrl,
  customerId,
  subscriptionId,
  apiKey,
  apiSecret,
  onProgress,
  signal,
}: VerifyOptions): Promise<Verification> {
  const redocly = findRedocly();
  const steps = stepsFor(subscriptionId);
  const recordings: Recording[] = [];
  // Respect gets these; the recorder puts the real ones in their place.
  const placeholder = {
    api_key: crypto.randomUUID(),
    api_secret: crypto.randomUUID(),
    wrong_key: crypto.randomUUID(),
    wrong_secret: crypto.randomUUID(),
  };
  const { api_key, api_secret, wrong_key, wrong_secret } = placeholder;
  const recorder = await startRecorder({
    baseUrl,
    path: operations.createPortalLink.path,
    most: steps.length,
    timeoutMs: TIMEOUT_MS,
    credentials: new Map([
      [basic(api_key, api_secret), basic(apiKey, apiSecret)],
      [basic(wrong_key, api_secret), basic(otherThan(apiKey), apiSecret)],
      [basic(api_key, wrong_secret), basic(apiKey, otherThan(apiSecret))],
    ]),
    onRecording(recording) {
      recordings.push(recording);
      const step = steps[recordings.length - 1] ?? "";
      onProgress(step, recording.status);
      return stopReason(step, recording);
    },
  });
  try {
    const inputs = {
      customer_id: customerId,
      subscription_id: subscriptionId,
      ...placeholder,
    };
    const skipped = NEED_SUBSCRIPTION.filter((step) => !steps.includes(step));
    const results = await runRespect(
      redocly,
      recorder.url,
      inputs,
      skipped,
      signal,
    );
    const exchanges = recordings.map((recording, at): Exchange => {
      const step = steps[at] ?? "";
      return { ...recording, step, unmet: results.get(step) ?? [] };
    });
    const isComplete =
      recordings.length === steps.length && results.size === steps.length;
    const stopped =
      recorder.stopped() ??
      (isComplete
        ? undefined
        : `Redocly CLI sent ${recordings.length} of ${steps.length} requests`);
    return concluded(baseUrl, stopped, judge(exchanges, baseUrl));
  } finally {
    await recorder.close();
  }
}

function basic(apiKey: string, apiSecret: string): string {
  return `Basic ${encodeBasic(apiKey, apiSecret)}`;
}

/** As long, and not the same. */
function otherThan(secret: string): string {
  return secret.slice(0, -1) + (secret.endsWith("x") ? "y" : "x");
}

/** What makes the rest pointless. */
function stopReason(
  step: string,
  { status, body }: Recording,
): string | undefined {
  const { status: claimed, error_code } = asRecord(tryParseJson(body));
  if (claimed === true) return undefined;
  const code = documentedCode(error_code);
  const told = `${code ? `code ${code}, ` : ""}HTTP ${status}`;
  if (status === 429) return `it asked to slow down (${told}) at ${step}`;
  const isNotFound = code === "007" || status === 404;
  if (step === "subscription" && isNotFound)
    return `the subscription was not found (${told}): name one of the customer's with --subscription`;
  if (step !== "noSubscription") return undefined;
  if (code === "001" || status === 401 || status === 403)
    return `the key was refused (${told}): set KWIK_API_KEY and KWIK_API_SECRET to a pair of this provider's`;
  if (isNotFound)
    return `the customer was not found (${told}): name one with --customer, and see that --base-url is right`;
  if (status > 299 && status < 400)
    return `it redirects (${told}): see that --base-url is right`;
  return status > 499 ? `it failed (${told})` : undefined;
}

function concluded(
  baseUrl: string,
  stopped: string | undefined,
  verdicts: Verdict[],
): Verification {
  const of = (kind: Verdict["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === kind);
  if (stopped)
    return {
      outcome: "could not be checked",
      summary: `Could not be checked: ${stopped}.`,
      baseUrl,
      verdicts,
    };
  const failed = of("failed");
  const rest = [
    of("warning").length && `${of("warning").length} with a warning`,
    of("skipped").length && `${of("skipped").length} skipped`,
  ].filter(Boolean);
  const also = rest.length > 0 ? ` (${rest.join(", ")})` : "";
  return failed.length > 0
    ? {
        outcome: "failed",
        summary: `Failed: ${failed.map(({ id }) => id).join(", ")}${also}.`,
        baseUrl,
        verdicts,
      }
    : {
        outcome: "passed",
        summary: `Passed: ${of("passed").length} rules${also}.`,
        baseUrl,
        verdicts,
      };
}
