import { fieldsOf } from "./fields-of.js";
import {
  documentedCode,
  judge,
  type Exchange,
  type Verdict,
} from "./verify-judge.js";
import { startRecorder, type Recording } from "./verify-recorder.js";
import { findRedocly, runRespect } from "./verify-respect.js";
import { NEED_SUBSCRIPTION, STEPS } from "./verify-rules.js";

export interface VerifyOptions {
  /** As `checkedBaseUrl` returns it. */
  baseUrl: string;
  customerId: string;
  subscriptionId: string | undefined;
  apiKey: string;
  apiSecret: string;
  /** Gets each answer as it comes. */
  onProgress: (step: string, status: number) => void;
}

export interface Verification {
  outcome: "kept" | "broken" | "could not be checked";
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
}: VerifyOptions): Promise<Verification> {
  const redocly = findRedocly();
  const steps = stepsFor(subscriptionId);
  const recordings: Recording[] = [];
  const recorder = await startRecorder({
    baseUrl,
    timeoutMs: TIMEOUT_MS,
    credentials: new Map([
      [
        basic(PLACEHOLDER.api_key, PLACEHOLDER.api_secret),
        basic(apiKey, apiSecret),
      ],
      [
        basic(PLACEHOLDER.api_key, PLACEHOLDER.wrong_secret),
        basic(apiKey, otherThan(apiSecret)),
      ],
    ]),
    onRecording(recording) {
      recordings.push(recording);
      onProgress(steps[recordings.length - 1] ?? "", recording.status);
      return recordings.length === 1 ? refusal(recording) : undefined;
    },
  });
  try {
    const inputs = {
      customer_id: customerId,
      subscription_id: subscriptionId,
      ...PLACEHOLDER,
    };
    const skipped = NEED_SUBSCRIPTION.filter((step) => !steps.includes(step));
    const results = await runRespect(redocly, recorder.url, inputs, skipped);
    const exchanges = recordings.map((recording, at): Exchange => ({
      ...recording,
      step: steps[at] ?? "",
      unmet: results[at]?.unmet ?? [],
    }));
    const stopped = recorder.stopped();
    return concluded(baseUrl, stopped, judge(exchanges, baseUrl));
  } finally {
    await recorder.close();
  }
}

/** Respect gets these; the recorder puts the real ones in their place. */
const PLACEHOLDER = {
  api_key: "api_key",
  api_secret: "api_secret",
  wrong_secret: "wrong_secret",
};

function basic(key: string, secret: string): string {
  const bytes = new TextEncoder().encode(`${key}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** As long, and not the same. */
function otherThan(secret: string): string {
  return secret.slice(0, -1) + (secret.endsWith("x") ? "y" : "x");
}

/** What makes the rest pointless. */
function refusal({ status, body }: Recording): string | undefined {
  const code = documentedCode(codeIn(body));
  if (code === "001" || status === 401 || status === 403)
    return `the key was refused (${code ? `code ${code}, ` : ""}HTTP ${status}): set KWIK_API_KEY and KWIK_API_SECRET to a pair of this provider's`;
  if (code === "007" || status === 404)
    return `the customer was not found (${code ? `code ${code}, ` : ""}HTTP ${status}): name one with --customer, and see that --base-url is right`;
  return undefined;
}

function codeIn(body: string): unknown {
  try {
    return fieldsOf(JSON.parse(body)).error_code;
  } catch {
    return undefined;
  }
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
  const broken = of("broken");
  const rest = [
    of("warning").length && `${of("warning").length} with a warning`,
    of("not checked").length && `${of("not checked").length} not checked`,
  ].filter(Boolean);
  const also = rest.length > 0 ? ` (${rest.join(", ")})` : "";
  return broken.length > 0
    ? {
        outcome: "broken",
        summary: `Broken: ${broken.map(({ id }) => id).join(", ")}${also}.`,
        baseUrl,
        verdicts,
      }
    : {
        outcome: "kept",
        summary: `Kept: ${of("kept").length} rules${also}.`,
        baseUrl,
        verdicts,
      };
}
