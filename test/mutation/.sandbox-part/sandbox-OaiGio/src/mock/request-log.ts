// @ts-nocheck
import { parseJsonOrText } from "../contract/json.js";
import { HIDDEN } from "../contract/redact.js";
import type { IncomingRequest } from "./incoming-request.js";
import { readBasic, type BasicCredentials } from "../contract/basic-auth.js";
import type { MockOptions } from "./options.js";

const REQUESTS_KEPT = 1000;
/** Of all of them, in characters. */
const BODIES_KEPT = 8 * 1024 * 1024;

/** The last requests; of the oldest the body goes where they would take too much memory. */
export function createRequestLog(options: MockOptions) {
  const entries: { incoming: IncomingRequest; shown?: MockRequest }[] = [];
  let size = 0;
  return {
    add(incoming: IncomingRequest): void {
      size += incoming.body.length;
      if (entries.push({ incoming }) > REQUESTS_KEPT)
        size -= entries.shift()?.incoming.body.length ?? 0;
      for (const entry of size > BODIES_KEPT ? entries : []) {
        const { incoming } = entry;
        if (!incoming.body) continue;
        size -= incoming.body.length;
        entry.incoming = { ...incoming, body: "" };
        const shown = toMockRequest(entry.incoming, options);
        entry.shown = { ...shown, body: "[not kept]" };
        if (size <= BODIES_KEPT) break;
      }
    },
    // Mostly nobody looks.
    get requests(): readonly MockRequest[] {
      return entries.map(
        (entry) => (entry.shown ??= toMockRequest(entry.incoming, options)),
      );
    },
    clear(): void {
      entries.length = size = 0;
    },
  };
}

/** A request that the mock got. */
export interface MockRequest {
  method: string;
  /** Without the credentials, should they be in it. */
  url: string;
  /** By lower-case name. The credentials are `[hidden]`. */
  headers: Record<string, string>;
  /** Parsed, or the text itself when it is no JSON; `undefined` when there was none, "[not kept]" when it took too much memory. */
  body: unknown;
}

/** What is shown of a request. */
function toMockRequest(
  { method, url, headers, body }: IncomingRequest,
  options: MockOptions,
): MockRequest {
  const secrets = credentialForms(readBasic(headers.authorization), options);
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    shown[name] = /authorization$|cookie$/.test(name)
      ? hideCredentials(value)
      : hideSecrets(secrets, value);
  // A body is what the test itself sent, so that only what must be a secret is hidden in it.
  const long = secrets.filter(({ length }) => length > 11);
  return {
    method,
    url: hideSecrets(secrets, url).replace(/\/portal\/[\w-]+/, "/portal/…"),
    headers: shown,
    body: parseJsonOrText(hideSecrets(long, body)),
  };
}

/** Every form of the credentials that must stay hidden. Shorter ones are words that a request may hold by itself. */
function credentialForms(
  credentials: BasicCredentials | undefined,
  { apiKey, apiSecret }: MockOptions,
): string[] {
  const { encoded, apiSecret: sentSecret, apiKey: sentKey } = credentials ?? {};
  const forms = [encoded, sentSecret, sentKey, apiSecret, apiKey].flatMap(
    (secret = "") => [secret, encodeURIComponent(secret)],
  );
  return [...new Set(forms)].filter(({ length }) => length > 4);
}

/** The scheme alone. */
function hideCredentials(authorization: string): string {
  return authorization.replace(/^((?:basic|bearer) )?.+/is, `$1${HIDDEN}`);
}

function hideSecrets(secrets: readonly string[], text: string): string {
  for (const secret of secrets)
    if (text.includes(secret)) text = text.replaceAll(secret, HIDDEN);
  return text;
}
