import type { Operation } from "../contract/generated.js";
import { asRecord, tryParseJson } from "../contract/json.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "../contract/violations.js";
import { KwikContractError } from "./errors.js";
import { reasonOf, type Show } from "./show.js";

/** More of them would make an error of megabytes. */
const MOST_VIOLATIONS = 100;

/**
 * Writes a request as JSON, once, and checks what that says: what is checked is what is sent.
 *
 * @throws {KwikContractError} it breaks the contract, or cannot be written as JSON.
 */
export function checkedRequest(
  operation: Operation,
  request: unknown,
  show: Show,
): { body: string; sent: unknown } {
  let violations: ContractViolation[];
  try {
    const body = JSON.stringify(request);
    const sent = tryParseJson(body);
    const lost = lostProperty(request, sent);
    violations = lost
      ? [{ field: lost, rule: "body", message: "gets lost in JSON" }]
      : violationsOf(operation.request, sent);
    if (!violations[0]) return { body, sent };
  } catch (thrown) {
    const message = `cannot be written as JSON (${show(reasonOf(thrown))})`;
    violations = [{ field: "", rule: "body", message }];
  }
  // The names of unknown fields are the caller's own words; the messages are the contract's.
  violations = violations
    .slice(0, MOST_VIOLATIONS)
    .map((violation) => ({ ...violation, field: show(violation.field) }));
  throw new KwikContractError(
    `The request was not sent: ${sentenceOf(violations)}.`,
    { violations },
  );
}

/**
 * What an object has and its JSON does not, such as the getter of a class or the size of a Map. Left out unseen, it could be
 * a restriction of the link that nobody gets.
 */
function lostProperty(given: unknown, sent: unknown): string | undefined {
  const object = asRecord(given);
  // Whoever writes a toJSON says what is meant.
  if (typeof object.toJSON === "function") return undefined;
  for (
    let level: object = object, parent: object | null;
    // Object.prototype, which every object has, is the one without a parent. Array.prototype has methods alone, and many.
    (parent = Object.getPrototypeOf(level) as object | null) &&
    (level === object || !Array.isArray(object));
    level = parent
  )
    for (const name of Object.getOwnPropertyNames(level)) {
      if (Object.hasOwn(asRecord(sent), name)) {
        const inner = lostProperty(object[name], asRecord(sent)[name]);
        if (inner) return `${name}.${inner}`;
        continue;
      }
      const value = object[name];
      const isMethod = typeof value === "function" && level !== object;
      if (value !== undefined && !isMethod) return name;
    }
  return undefined;
}
