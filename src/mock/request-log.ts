import { tryParseJson, tryStringify } from "../contract/values.js";
import { HIDDEN } from "../contract/redact.js";
import type { IncomingRequest } from "./answers.js";
import type { MockOptions } from "./options.js";

/** A request that the mock got. */
export interface MockRequest {
  method: string;
  /** Without the credentials, should they be in it. */
  url: string;
  /** By lower-case name. The credentials are `[hidden]`. */
  headers: Record<string, string>;
  /** Parsed, or the text itself when it is not JSON; `undefined` when there was none. Of a long one, the first 100,000 characters. */
  body: unknown;
}

export const LONGEST_KEPT = 100_000;

/** The last thousand requests. */
export function createRequestLog(options: MockOptions) {
  const entries: IncomingRequest[] = [];
  return {
    add({ ...incoming }: IncomingRequest): void {
      // A copy, because V8 keeps the whole of a text for a piece of it.
      if (incoming.body.length > LONGEST_KEPT) {
        const start = JSON.stringify(incoming.body.slice(0, LONGEST_KEPT));
        incoming.body = JSON.parse(start) as string;
      }
      entries.push(incoming);
      if (entries.length > 1000) entries.shift();
    },
    get requests(): readonly MockRequest[] {
      return entries.map((incoming) => shownOf(incoming, options));
    },
  };
}

function shownOf(incoming: IncomingRequest, options: MockOptions) {
  const { method, url, headers } = incoming;
  const secrets = secretsOf(headers.authorization, options);
  const forms = secrets.flatMap((one) => [one, encodeURIComponent(one)]);
  // Shorter ones are words that a request may hold by itself.
  const hide = (text: string, shortest = 5) =>
    forms
      .filter(({ length }) => length >= shortest)
      .reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    shown[name] = /authorization$|cookie$/.test(name)
      ? String(value).replace(/^((?:basic|bearer) )?.+/is, `$1${HIDDEN}`)
      : hide(value);
  // A body is what the test itself sent, so that only what must be a secret is hidden in it.
  const text = hide(incoming.body, 12);
  const json = tryParseJson(text);
  // JSON may be nested deeper than the control API can write it.
  const body = tryStringify(json) === undefined ? text || undefined : json;
  const shownUrl = hide(url).replace(/\/portal\/[\w-]+/, "/portal/…");
  return { method, url: shownUrl, headers: shown, body };
}

/** All that must stay hidden of the credentials in a header, and of the mock's own. */
export function secretsOf(header: string | undefined, own: MockOptions) {
  const { encoded = "", apiSecret = "", apiKey = "" } = readBasic(header) ?? {};
  return [encoded, apiSecret, apiKey, own.apiSecret ?? "", own.apiKey ?? ""];
}

/** Reads an Authorization header; `undefined` when it is not what `api_key:api_secret` becomes under HTTP Basic. */
export function readBasic(header = "") {
  const [, encoded = ""] = /^basic ([\w+/-]+={0,2})$/i.exec(header) ?? [];
  try {
    const bytes = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    const codes = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    const pair = new TextDecoder().decode(codes);
    // Only the first colon separates: a secret may hold more of them.
    const [, apiKey, apiSecret] = /^([^:]+):(.+)$/s.exec(pair) ?? [];
    return apiKey && apiSecret ? { apiKey, apiSecret, encoded } : undefined;
  } catch {
    return undefined;
  }
}
