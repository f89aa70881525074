import { rejectUnknown } from "../contract/values.js";

export interface MockOptions {
  /** The one API key that is accepted. @default any */
  apiKey?: string | undefined;
  /** The one API secret that is accepted. @default any */
  apiSecret?: string | undefined;
  /** Makes ids and links repeatable: an integer. @default new ones each time */
  seed?: number | undefined;
  /** What time it is: a Date, or ms since 1970. @default `Date.now`, looked up for each request, so that faked time counts */
  clock?: (() => Date | number) | undefined;
  /** How long a link lives, in ms. How long the API's own do is not documented. @default 1_800_000 */
  linkLifetimeMs?: number | undefined;
  /** How long each answer takes, in ms. Under fake timers it ends when the test advances them. @default 0 */
  latencyMs?: number | undefined;
  /** Where links begin, such as `https://mock.example/portal/`. @default the documented `https://pay.kwik.co.za/portal/`; of a mock server, its own */
  portalUrl?: string | undefined;
}

const NAMES =
  "apiKey apiSecret seed clock linkLifetimeMs latencyMs portalUrl".split(" ");

/** @throws {TypeError} an option is unknown or unusable. The value stays out of the message: it may be a secret. */
export function checkOptions(options: MockOptions, more: string[] = []): void {
  rejectUnknown(options, [...NAMES, ...more]);
  const { apiKey = "key", apiSecret = "secret", seed = 0, clock } = options;
  const { linkLifetimeMs = 1, latencyMs = 0, portalUrl } = options;
  if (typeof apiKey !== "string" || !/^[^:]+$/.test(apiKey))
    refuse("apiKey must be a string without a colon, and not empty.");
  if (typeof apiSecret !== "string" || !apiSecret)
    refuse("apiSecret must be a string, and not empty.");
  if (!Number.isSafeInteger(seed)) refuse("seed must be an integer.");
  if (clock !== undefined && typeof clock !== "function")
    refuse("clock must be a function that returns the time.");
  if (!isBetween(linkLifetimeMs, Number.MIN_VALUE, Date.UTC(2070, 0)))
    refuse("linkLifetimeMs must be above 0, and a century at most.");
  if (!isBetween(latencyMs, 0, 2 ** 31 - 1))
    refuse("latencyMs must be 0 or more, and below 2 ** 31.");
  if (portalUrl !== undefined && !isPortalUrl(portalUrl))
    refuse("portalUrl must be an http or https URL that ends in a slash.");
}

export const isPortalUrl = (url: string) =>
  /^https?:\/\/[^\s?#]+\/$/.test(url) && URL.canParse(url);

const isBetween = (value: unknown, least: number, most: number) =>
  typeof value === "number" && value >= least && value <= most;

function refuse(message: string): never {
  throw new TypeError(message);
}
