import { portalPath, secrets } from "./generated.js";
import { asRecord } from "./values.js";

/** Takes out of a text what must never reach a log. */
export type Redact = (text: string) => string;

export const HIDDEN = "[hidden]";

const SESSION_ID = "(?<![a-z\\d])ses_[\\w-]+";

/** A word with an escape, matched from its start: a match from each of its letters would be quadratic. */
const ENCODED = /(?<![^\s"<>])[^\s"<>%]*%[^\s"<>]*/g;

/** Hides portal links, session ids and these secrets, in any case, percent-encoded or not. All else is the diagnosis, and is shown. */
export function redactor(known: readonly string[]): Redact {
  const patterns = known
    // Shorter ones are words that a message may hold by itself.
    .filter((secret) => secret.length > 4)
    // A secret may begin with another one.
    .sort((one, other) => other.length - one.length)
    .map((secret) => secret.replace(/\W/g, "\\$&"));
  const pattern = [...patterns, SESSION_ID].join("|");
  // No response has so many, and the pattern would be slow, or too large.
  if (pattern.length > 1e4) return () => HIDDEN;
  const secret = new RegExp(pattern, "gi");
  const path = `${portalPath}[/?]`;
  const link = new RegExp(`(?<![^\\s"<>])[^\\s"<>]*${path}[^\\s"<>]*`, "gi");
  const start = new RegExp(`([a-z][a-z\\d+.-]{0,20}:)?//|${path}`, "i");
  const hide = (text: string) =>
    text
      .replace(secret, HIDDEN)
      .replace(link, (word) => word.slice(0, word.search(start)) + HIDDEN);
  const hideEncoded = (word: string) => {
    const decoded = word.replace(/(%[\da-f]{2})+/gi, decodePercent);
    const hidden = hide(decoded);
    return hidden === decoded ? word : hidden;
  };
  return (text) => hide(text).replace(ENCODED, hideEncoded);
}

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // It is not UTF-8.
  }
}

/** The values of the contract's secret fields in a body, at any depth. */
export function secretsIn(body: unknown): string[] {
  const found: string[] = [];
  const values = [body];
  // Not by recursion, because a body may be nested too deep for it.
  for (const value of values)
    for (const [field, inner] of Object.entries(asRecord(value)))
      if (typeof inner === "string" && secrets.includes(field as never))
        found.push(inner);
      else values.push(inner);
  return found;
}
