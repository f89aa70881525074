// @ts-nocheck
import { encodeBasic } from "../contract/basic-auth.js";
import { decodeBody, readBody } from "../client/read-body.js";
import type { Credentials, Probe } from "./probes.js";

/** What came back for one request. */
export interface ProviderResponse {
  status: number;
  mediaType: string;
  body: string;
  /** Why the body could not be read, where it could not. */
  unreadable?: string;
  /** When it came, in ms since 1970; `undefined` when a recording does not say. */
  at: number | undefined;
  durationMs: number;
}

export interface Target {
  /** As `checkedBaseUrl` returns it, with the operation's path. */
  url: string;
  method: string;
  mediaType: string;
  apiKey: string;
  apiSecret: string;
  fetch: (request: Request) => Promise<Response>;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** No response: the message names the cause by its code alone, because a message may hold anything. */
export class NoResponse extends Error {}

/**
 * Sends one request, once.
 *
 * @throws {NoResponse} none came, or not to its end, within the time.
 */
export async function send(
  { url, method, mediaType, apiKey, apiSecret, fetch, ...limits }: Target,
  { body, credentials }: Probe,
): Promise<ProviderResponse> {
  const headers = new Headers({
    Accept: mediaType,
    "Content-Type": mediaType,
  });
  const authorization = authorizationOf(credentials, apiKey, apiSecret);
  if (authorization) headers.set("Authorization", authorization);
  // Ends whatever is still under way, such as a body that never ends.
  const done = new AbortController();
  const { timeoutMs, signal } = limits;
  const timeout = setTimeout(
    () => done.abort(new NoResponse(`no answer within ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  const onAbort = () => done.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  const started = performance.now();
  try {
    signal?.throwIfAborted();
    const request = new Request(url, {
      method,
      headers,
      body: body || null,
      signal: done.signal,
      // The credentials would go along.
      redirect: "manual",
    });
    return await unlessAborted(done.signal, async () => {
      const response = await fetch(request);
      return {
        status: response.status,
        mediaType: response.headers.get("content-type") ?? "",
        ...(await textOf(response)),
        at: Date.now(),
        durationMs: performance.now() - started,
      };
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof NoResponse) throw error;
    const { cause } = error as Error & { cause?: { code?: string } };
    const code = /^[A-Z_]+$/.exec(cause?.code ?? "")?.[0];
    throw new NoResponse(code ? `no answer (${code})` : "no answer");
  } finally {
    clearTimeout(timeout);
    signal?.removeEventListener("abort", onAbort);
    done.abort();
  }
}

/** A fetch of a test's own may not heed the signal. */
function unlessAborted<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
    work().then(resolve, reject);
  });
}

async function textOf({
  body,
}: Response): Promise<{ body: string; unreadable?: string }> {
  const { text, flaw } = decodeBody(await readBody(body?.getReader()));
  return flaw === undefined ? { body: text } : { body: "", unreadable: flaw };
}

function authorizationOf(
  credentials: Credentials,
  apiKey: string,
  apiSecret: string,
): string | undefined {
  return {
    right: `Basic ${encodeBasic(apiKey, apiSecret)}`,
    "wrong key": `Basic ${encodeBasic(`${apiKey}x`, apiSecret)}`,
    "wrong secret": `Basic ${encodeBasic(apiKey, `${apiSecret}x`)}`,
    malformed: "Basic %%%",
    none: undefined,
  }[credentials];
}
