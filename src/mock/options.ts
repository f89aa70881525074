import { invalidOption } from "../contract/invalid-option.js";

export interface MockOptions {
  /** The one API key that is accepted. @default any */
  apiKey?: string | undefined;
  /** The one API secret that is accepted. @default any */
  apiSecret?: string | undefined;
  /** Makes ids and links repeatable: an integer. @default new ones each time */
  seed?: number | undefined;
  /** What time it is: a Date, or ms since 1970. @default `Date.now` */
  clock?: (() => Date | number) | undefined;
  /** How long a link lives, in ms. How long the API's own do is not documented. @default 1_800_000 */
  linkLifetimeMs?: number | undefined;
  /** How long each answer takes, in ms. @default 0 */
  latencyMs?: number | undefined;
  /** Where links begin. @default the documented `https://pay.kwik.co.za/portal/`; of a mock server, its own */
  portalUrl?: string | undefined;
}

const CENTURY_MS = Date.UTC(2070, 0);

/** @throws {TypeError} an option is unusable; the message says what to do. */
export function checkOptions({
  apiKey = "key",
  apiSecret = "secret",
  seed,
  clock,
  linkLifetimeMs = 1,
  latencyMs = 0,
  portalUrl,
}: MockOptions): void {
  if (typeof apiKey !== "string" || !/^[^:]+$/.test(apiKey))
    invalidOption("apiKey", "must be a string without a colon, and not empty.");
  if (typeof apiSecret !== "string" || !apiSecret)
    invalidOption("apiSecret", "must be a string, and not empty.");
  if (seed !== undefined && !Number.isSafeInteger(seed))
    invalidOption("seed", "must be an integer.");
  if (clock !== undefined && typeof clock !== "function")
    invalidOption("clock", "must be a function that returns the time.");
  if (!isBetween(linkLifetimeMs, Number.MIN_VALUE, CENTURY_MS))
    invalidOption("linkLifetimeMs", "must be above 0, and a century at most.");
  if (!isBetween(latencyMs, 0, 2 ** 31 - 1))
    invalidOption("latencyMs", "must be 0 or more, and below 2 ** 31.");
  if (
    portalUrl !== undefined &&
    !(/^https?:\/\/[^\s?#]+\/$/.test(portalUrl) && URL.canParse(portalUrl))
  )
    invalidOption(
      "portalUrl",
      "must be an http or https URL that ends in a slash.",
    );
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}

/** What the server sets itself, or what belongs to the connection. */
const SERVERS_OWN =
  /^(content-length|transfer-encoding|connection|keep-alive|trailer|upgrade)$/;

/**
 * @returns them by lower-case name.
 * @throws {TypeError} HTTP cannot carry them, or they are the server's own.
 */
export function checkedHeaders(given: object): Record<string, string> {
  const headers = readHeaders(given);
  // Headers lets control characters through, which Node refuses to send.
  if (!headers?.every(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)))
    invalidOption("headers", "must be names and values that HTTP can carry.");
  for (const [name] of headers)
    if (SERVERS_OWN.test(name))
      invalidOption("headers", `must leave ${name} to the server.`);
  return Object.fromEntries(headers);
}

function readHeaders(given: object) {
  try {
    // Headers makes a text of anything.
    const isText = (value: unknown) => /string|number/.test(typeof value);
    return Object.values(given).every(isText)
      ? [...new Headers(given as Record<string, string>)]
      : undefined;
  } catch {
    return undefined;
  }
}
