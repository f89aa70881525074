import { setTimeout as sleep } from "node:timers/promises";
import { asRecord, encodeBasic } from "../contract/values.js";
import { readBody, retryAfter } from "../contract/read-response.js";
import type { ReadResponse } from "../contract/read-response.js";
import type { Probe, VerifyOptions } from "./cases.js";

/** What came back for one request, and when, in ms since 1970. */
export type ProviderResponse = Omit<ReadResponse, "bytes"> & { at: number };

/** The provider could not be checked. The message holds no word of the provider's. */
export class NotChecked extends Error {}

const MOST_TRIES = 6;
const LONGEST_WAIT_S = 60;

/** Sends a request, and waits as the provider asks for it. @throws {NotChecked} */
export async function send(
  options: VerifyOptions,
  probe: Probe,
): Promise<ProviderResponse> {
  const { signal, onProgress } = options;
  for (let tries = 1; ; tries++) {
    // A server may have closed the connection that it kept open.
    const response = await sendOnce(options, probe).catch((error: unknown) => {
      if (!/ECONNRESET|UND_ERR_SOCKET/.test(String(error))) throw error;
      return sendOnce(options, probe);
    });
    const seconds = secondsToWait(response, tries);
    if (seconds === undefined) return response;
    const where = `${seconds} s (HTTP ${response.status}, at ${probe.title})`;
    if (tries === MOST_TRIES || seconds > LONGEST_WAIT_S)
      throw new NotChecked(
        `it asked to slow down in ${tries} of ${MOST_TRIES} tries, last for ${where}`,
      );
    onProgress?.(`waits for ${where}`);
    // Aborted, it clears its timer.
    await sleep(seconds * 1000, null, signal && { signal }).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}

/** What a 429 asks for, or a 503 that says how long; `undefined` when the response is to be judged. */
function secondsToWait(
  { status, headers, at }: ProviderResponse,
  tries: number,
): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const now = Date.parse(headers.get("date") ?? "") || at;
  const asked = retryAfter(headers.get("retry-after"), now);
  if (asked !== undefined) return Math.ceil(asked / 1000);
  return status === 429 ? 2 ** (tries - 1) : undefined;
}

async function sendOnce(
  options: VerifyOptions,
  probe: Probe,
): Promise<ProviderResponse> {
  const { baseUrl, fetch, timeoutMs = 30_000 } = options;
  const late = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([late, options.signal ?? late]);
  const url = `${baseUrl}/customer-portal/link`;
  const init: RequestInit = {
    ...{ method: "POST", headers: headersFor(options, probe) },
    ...{ body: probe.text || null, signal },
    // The credentials would go along.
    redirect: "manual",
  };
  try {
    // Without a fetch of its own, a Request would only be built to be taken apart.
    const response = await (fetch
      ? fetch(new Request(url, init))
      : globalThis.fetch(url, init));
    const { status, headers } = response;
    const at = Date.now();
    const reader = response.body?.getReader();
    const { text, flaw } = await readBody(reader);
    if (flaw === undefined) return { status, headers, at, text };
    await reader?.cancel();
    return { status, headers, at, text: "", flaw };
  } catch (error) {
    options.signal?.throwIfAborted();
    // The code alone, because a message may hold anything.
    const code = String(asRecord((error as Error).cause).code);
    const cause = /^[A-Z][A-Z\d_]+$/.test(code) ? ` (${code})` : "";
    const why = signal.aborted ? ` within ${timeoutMs / 1000} s` : cause;
    throw new NotChecked(`no response${why} to "${probe.title}"`);
  }
}

function headersFor(options: VerifyOptions, { credentials }: Probe): Headers {
  const { apiKey, apiSecret } = options;
  const headers = new Headers({ "Content-Type": "application/json" });
  for (const [name, value] of options.headers ?? [])
    headers.append(name, value);
  const pair = {
    right: encodeBasic(apiKey, apiSecret),
    "wrong key": encodeBasic(`${apiKey}x`, apiSecret),
    "wrong secret": encodeBasic(apiKey, `${apiSecret}x`),
    malformed: "%%%",
    none: "",
  }[credentials];
  if (pair) headers.set("Authorization", `Basic ${pair}`);
  return headers;
}
