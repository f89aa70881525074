// @ts-nocheck
import { asRecord } from "../contract/json.js";
import { redactor } from "../contract/redact.js";
import { oneLine } from "./one-line.js";

/** Makes anything that came from outside fit for an error: a line of bounded length, without a secret. */
export type Show = (value: unknown) => string;

export function createShow(secrets: readonly string[]): Show {
  const redact = redactor(secrets);
  return (value) => {
    let text: unknown = value;
    if (typeof value !== "string")
      try {
        text = JSON.stringify(value);
      } catch {
        text = "(nested too deep)";
      }
    return oneLine(redact(String(text).slice(0, 5000)), 500);
  };
}

/** Why something failed, in the words of what was thrown. The thing itself may hold the request, credentials included. */
export function reasonOf(thrown: unknown): string {
  try {
    // fetch wraps the reason in "fetch failed".
    const { message, code } = asRecord(asRecord(thrown).cause ?? thrown);
    return String(message || code || thrown);
  } catch {
    return "unknown";
  }
}
