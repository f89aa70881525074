import { parseJsonOrText } from "../contract/json.js";
import { HIDDEN } from "../contract/redact.js";
import type { IncomingRequest } from "./incoming-request.js";
import type { BasicCredentials } from "../contract/basic-auth.js";
import type { MockOptions } from "./options.js";

/** A request that the mock got. */
export interface MockRequest {
  method: string;
  /** Without the credentials, should they be in it. */
  url: string;
  /** By lower-case name. The credentials are `[hidden]`. */
  headers: Record<string, string>;
  /** Parsed, or the text itself when it is no JSON; `undefined` when there was none. */
  body: unknown;
}

/** Every form of the credentials that must not be shown, except such as are words that a request may hold by itself. */
export function secretsIn(
  credentials: BasicCredentials | undefined,
  { apiKey, apiSecret }: MockOptions,
): string[] {
  const { encoded, apiSecret: sentSecret, apiKey: sentKey } = credentials ?? {};
  const forms = [encoded, sentSecret, sentKey, apiSecret, apiKey].flatMap(
    (secret = "") => [secret, encodeURIComponent(secret)],
  );
  return [...new Set(forms)].filter(({ length }) => length > 4);
}

/** What is kept of a request. */
export function toMockRequest(
  { method, url, headers, body: text }: IncomingRequest,
  body: unknown,
  secrets: readonly string[],
): MockRequest {
  const shown: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? "";
    shown[name] = /authorization$|cookie$/.test(name)
      ? hideCredentials(value)
      : hideSecrets(secrets, value);
  }
  // A body is what the test itself sent, so that only what must be a secret is hidden in it.
  const long = secrets.filter(({ length }) => length > 11);
  const shownText = hideSecrets(long, text);
  return {
    method,
    url: hideSecrets(secrets, url).replace(/\/portal\/[\w-]+/, "/portal/…"),
    headers: shown,
    body: shownText === text ? body : parseJsonOrText(shownText),
  };
}

/** The scheme alone. */
function hideCredentials(authorization: string): string {
  if (authorization.startsWith("Basic ")) return `Basic ${HIDDEN}`;
  return authorization.replace(/^((?:basic|bearer) )?.+/is, `$1${HIDDEN}`);
}

function hideSecrets(secrets: readonly string[], text: string): string {
  for (const secret of secrets)
    if (text.includes(secret)) text = text.replaceAll(secret, HIDDEN);
  return text;
}
