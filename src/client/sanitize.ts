import { asRecord, tryStringify } from "../contract/values.js";
import { redactor } from "../contract/redact.js";

/** Makes anything that came from outside fit for an error: a line of bounded length, without a secret. */
export type Sanitize = (value: unknown, longest?: number) => string;

export function sanitizer(secrets: readonly string[]): Sanitize {
  const redact = redactor(secrets);
  // Redacted before it is cut: a piece of a secret would not be recognised.
  return (value, longest = 500) => oneLine(redact(textOf(value)), longest);
}

function textOf(value: unknown): string {
  // Some servers write JSON in a text, with each slash escaped.
  if (typeof value === "string") return value.replaceAll("\\/", "/");
  // Without its escapes, which would keep a secret from being recognised.
  const json = tryStringify(value) ?? "(nested too deep)";
  return json.replace(/\\[a-z]/g, " ").replace(/\\(.)/g, "$1");
}

/** A text of bounded length without line breaks and other control characters, so that it is one line of a log. */
export function oneLine(text: string, longest: number): string {
  const line = text.replace(/[\s\p{C}]+/gu, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/**
 * Why something failed, in the words of what was thrown, or of its cause: the thing itself may hold the request.
 *
 * @throws the error by which a framework such as Next steers, with a `digest` or a code of Next's: it must pass untouched.
 */
export function reasonOf(thrown: unknown): string {
  try {
    const { cause = thrown, digest, code: own } = asRecord(thrown);
    const { message, code } = asRecord(cause);
    if (digest === undefined && !/^NEXT_/.test(own as string))
      return String(message || code || thrown);
  } catch {
    return "unknown";
  }
  throw thrown;
}
