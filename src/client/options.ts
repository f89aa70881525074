import { encodeBasic, rejectUnknown } from "../contract/values.js";
import { serverUrl } from "../contract/generated.js";
import { isLoopback, type LinkRules } from "../contract/judge.js";
import type { ContractViolation } from "../contract/violations.js";
import { sanitizer } from "./sanitize.js";
import type { KwikAttempt } from "./kwik-attempt.js";

export interface KwikClientOptions {
  /** The user name of HTTP Basic. It decides between live and test data. @default `KWIK_API_KEY` from the environment */
  apiKey?: string | undefined;
  /** The password. @default `KWIK_API_SECRET` from the environment */
  apiSecret?: string | undefined;
  /** https, or http on loopback. @default the contract's server, `https://api.kwik.co.za/2.0` */
  baseUrl?: string | undefined;
  /** Sends the request. @default `globalThis.fetch`, looked up per call */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How long a call may take in all, retries and the reading of the body included, in ms. @default 30_000 */
  timeoutMs?: number | undefined;
  /** How often a call is repeated, only where the server cannot have acted on it: 429, and 503 with Retry-After. @default 2 */
  maxRetries?: number | undefined;
  /** Gets each violation of the contract that leaves the link usable, such as a field that is too long. @default ignored */
  onContractViolation?: ((violation: ContractViolation) => unknown) | undefined;
  /** Gets how each attempt went, for logs, traces and metrics; no secret is in it. @default ignored */
  onAttempt?: ((attempt: KwikAttempt) => unknown) | undefined;
  /** Allows the API secret into a browser, where every visitor can read it. @default false */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Allows http to any host, such as a mock in Docker Compose, and links by http: the API secret is sent unencrypted. @default false */
  dangerouslyAllowHttp?: boolean | undefined;
}

/** A test holds them to the interface. */
const NAMES =
  "apiKey apiSecret baseUrl fetch timeoutMs maxRetries onContractViolation onAttempt dangerouslyAllowBrowser dangerouslyAllowHttp";

/** The options, checked and with their defaults. */
export type Settings = ReturnType<typeof checkedOptions>;

/** @throws {TypeError} names the option and what it must be. The value stays out of the message: it may be a secret. */
export function checkedOptions(options: KwikClientOptions) {
  rejectUnknown(options, NAMES.split(" "));
  for (const [option, value] of Object.entries(options)) {
    // Another value would fail only after the request was sent.
    const isFunction = value === undefined || typeof value === "function";
    if (/^(fetch|on)/.test(option) && !isFunction)
      throw new TypeError(`${option} must be a function.`);
  }
  if (isBrowser() && options.dangerouslyAllowBrowser !== true)
    throw new TypeError(
      "apiSecret is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
    );
  const { maxRetries = 2 } = options;
  // A text such as "false", from the environment, allows nothing.
  const allowHttp = options.dangerouslyAllowHttp === true;
  if (!Number.isInteger(maxRetries) || maxRetries < 0 || maxRetries > 100)
    throw new TypeError("maxRetries must be a whole number from 0 to 100.");
  const baseUrl = checkedBaseUrl(options.baseUrl, allowHttp);
  const key = credential("apiKey", options.apiKey);
  const secret = credential("apiSecret", options.apiSecret);
  const pair = encodeBasic(key, secret);
  // What must not show up anywhere; the first is what HTTP Basic sends.
  const secrets = [pair, pair.replace(/=+$/, ""), secret, key] as const;
  return {
    ...options,
    maxRetries,
    timeoutMs: checkedTimeoutMs(options.timeoutMs),
    links: { baseUrl, allowHttp } satisfies LinkRules,
    secrets,
    sanitize: sanitizer(secrets),
  };
}

export function checkedTimeoutMs(timeoutMs: number = 30_000): number {
  // A longer timer would fire at once.
  if (typeof timeoutMs === "number" && timeoutMs > 0 && timeoutMs < 2 ** 31)
    return timeoutMs;
  throw new TypeError("timeoutMs must be a number above 0 and below 2 ** 31.");
}

/** The URL where credentials may be sent, without a trailing slash, as openapi-fetch wants it. No error shows it: it may hold credentials. */
function checkedBaseUrl(baseUrl = serverUrl as string, allowHttp: boolean) {
  // Not the default instead: a test run with an empty variable would reach the live API.
  if (baseUrl === "")
    throw new TypeError(`baseUrl is empty: leave it out for ${serverUrl}.`);
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (!/^https?:\/\/[^/@?#]*(\/[^?#]*)?$/.test(href))
    throw new TypeError(
      "baseUrl must be an https URL, or http on loopback, without credentials or query.",
    );
  if (href.startsWith("http:") && !isLoopback(href) && !allowHttp)
    throw new TypeError(
      "baseUrl would send the secret unencrypted: use https, or set dangerouslyAllowHttp.",
    );
  return href.replace(/\/+$/, "");
}

function credential(option: string, given: unknown): string {
  const isKey = option === "apiKey";
  const variable = isKey ? "KWIK_API_KEY" : "KWIK_API_SECRET";
  // An empty option comes from an empty variable, and must not hide the one in the environment.
  const value = given || globalThis.process?.env?.[variable];
  if (!value)
    throw new TypeError(`${option} is missing: pass it, or set ${variable}.`);
  // What RFC 7617 cannot carry; a trailing newline is the usual one, and the first colon would end the user name.
  const forbidden = isKey ? /[\p{Cc}\p{Cs}:]/u : /[\p{Cc}\p{Cs}]/u;
  if (typeof value === "string" && !forbidden.test(value)) return value;
  throw new TypeError(
    `${option} must be a string without line breaks${isKey ? " and colons" : ""}.`,
  );
}

/** Browsers have a document or, in a Web Worker, importScripts. So have jsdom, but in Node, and older Cloudflare Workers. */
function isBrowser(): boolean {
  // Electron names the type of a process, and is Node in each.
  const process = globalThis.process as NodeJS.Process & { type?: string };
  const isNode = process?.versions?.node && !process.type;
  if (isNode || "WebSocketPair" in globalThis) return false;
  return "document" in globalThis || "importScripts" in globalThis;
}
