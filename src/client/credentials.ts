import { encodeBasic } from "../contract/basic-auth.js";
import { invalidOption } from "../contract/invalid-option.js";
import { environment } from "./environment.js";

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
  const key = readCredential(
    "apiKey",
    apiKey,
    "KWIK_API_KEY",
    /[\p{Cc}:]/u,
    "line breaks and colons",
  );
  const secret = readCredential(
    "apiSecret",
    apiSecret,
    "KWIK_API_SECRET",
    /\p{Cc}/u,
    "line breaks",
  );
  return [encodeBasic(key, secret), secret, key];
}

function readCredential(
  option: string,
  given: string | undefined,
  variable: string,
  forbidden: RegExp,
  those: string,
): string {
  const value: unknown = given ?? environment().env?.[variable];
  if (!value) invalidOption(option, `is missing: pass it, or set ${variable}.`);
  return typeof value === "string" && !forbidden.test(value)
    ? value
    : invalidOption(option, `must be a string without ${those}.`);
}
