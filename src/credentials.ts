import { refuse } from "./options.js";

/**
 * Reads the pair from the options or the environment.
 *
 * @returns every form of it that must not show up anywhere; the first is what HTTP Basic sends.
 */
export function basicCredentials(
  apiKey: string | undefined,
  apiSecret: string | undefined,
): [string, string, string] {
  // What RFC 7617 cannot carry; a trailing newline is the usual one, and the first colon would end the user name.
  const key = usable("apiKey", apiKey, "KWIK_API_KEY", /[\p{Cc}:]/u);
  const secret = usable("apiSecret", apiSecret, "KWIK_API_SECRET", /\p{Cc}/u);
  return [encodedPair(key, secret), secret, key];
}

/** What HTTP Basic sends, RFC 7617. */
export function encodedPair(apiKey: string, apiSecret: string): string {
  const bytes = new TextEncoder().encode(`${apiKey}:${apiSecret}`);
  return btoa(String.fromCharCode(...bytes));
}

function usable(
  option: string,
  given: string | undefined,
  variable: string,
  forbidden: RegExp,
): string {
  // Workers and browsers have no `process`.
  const { process } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
  };
  const value: unknown = given ?? process?.env?.[variable];
  if (!value) refuse(option, `is missing: pass it, or set ${variable}.`);
  return typeof value === "string" && !forbidden.test(value)
    ? value
    : refuse(
        option,
        "must be a string without line breaks or, in a key, colons.",
      );
}
