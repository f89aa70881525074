import { serverUrl } from "../src/contract/generated.js";

interface LinkRequestOptions {
  /** Beside, or instead of, credentials and content type. */
  headers?: Record<string, string>;
  /** Without a trailing slash. @default the contract's server */
  baseUrl?: string;
  signal?: AbortSignal;
}

/** A request to create a link, of any body: what the package's client would refuse to send. */
export function linkRequest(
  body: unknown = { customer_id: "c" },
  { headers, baseUrl = serverUrl, signal }: LinkRequestOptions = {},
): Request {
  return new Request(`${baseUrl}/customer-portal/link`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa("test_key:test_secret")}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body:
      typeof body === "string" || body === null ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
}
