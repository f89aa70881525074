import { bytesOf, decodeUtf8, fromBase64Url } from "./bytes.js";

/** What HTTP Basic carried. */
export interface BasicCredentials {
  apiKey: string;
  apiSecret: string;
  /** As sent, in base64. */
  encoded: string;
}

/** Reads an Authorization header; `undefined` when it is not what `api_key:api_secret` becomes under HTTP Basic. */
export function readBasic(
  header: string | undefined,
): BasicCredentials | undefined {
  const [, encoded] = /^basic ([\w+/-]+={0,2})$/i.exec(header ?? "") ?? [];
  if (!encoded) return undefined;
  try {
    const pair = utf8(atob(fromBase64Url(encoded)));
    // Only the first colon separates: a secret may hold more of them.
    const colon = pair.indexOf(":");
    const [apiKey, apiSecret] = [pair.slice(0, colon), pair.slice(colon + 1)];
    return colon > 0 && apiSecret ? { apiKey, apiSecret, encoded } : undefined;
  } catch {
    // Not base64.
    return undefined;
  }
}

function utf8(bytes: string): string {
  // Most keys are ASCII, and the same as their bytes.
  return /^[\0-\x7f]*$/.test(bytes) ? bytes : decodeUtf8(bytesOf(bytes), false);
}

/** The `user:password` pair in base64, RFC 7617. */
export function encodeBasic(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
