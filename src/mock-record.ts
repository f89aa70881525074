import type { Asked } from "./mock-api.js";
import type { BasicCredentials } from "./mock-credentials.js";
import type { MockOptions } from "./mock-options.js";

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
export function recorded(
  { method, url, headers, body: text }: Asked,
  body: unknown,
  secrets: readonly string[],
): MockRequest {
  const shown: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? "";
    shown[name] = /authorization$|cookie$/.test(name)
      ? withoutCredentials(value)
      : without(secrets, value);
  }
  // A body is what the test itself sent, so that only what must be a secret is hidden in it.
  const long = secrets.filter(({ length }) => length > 11);
  const shownText = without(long, text);
  return {
    method,
    url: without(secrets, url).replace(/\/portal\/[\w-]+/, "/portal/…"),
    headers: shown,
    body: shownText === text ? body : parsed(shownText),
  };
}

/** The scheme alone. */
function withoutCredentials(authorization: string): string {
  if (authorization.startsWith("Basic ")) return `Basic ${HIDDEN}`;
  return authorization.replace(/^((?:basic|bearer) )?.+/is, `$1${HIDDEN}`);
}

function without(secrets: readonly string[], text: string): string {
  for (const secret of secrets)
    if (text.includes(secret)) text = text.replaceAll(secret, HIDDEN);
  return text;
}

const HIDDEN = "[hidden]";

/** Of JSON; the text itself, when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
