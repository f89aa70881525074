import type { ErrorDetail, FieldError } from "../contract/generated.js";
import { problem, type MockAnswer } from "./answers.js";
import type { MockedOperation } from "./mocked-operations.js";
import { failureAnswer } from "./named-answers.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "../contract/violations.js";

/** As Prism's. */
export const LARGEST_REQUEST = 10 * 1024 * 1024;

export const tooLarge = problem(
  413,
  "Content too large",
  "A body may have 10 MB.",
);

export function isTooLarge(text: string): boolean {
  // Most bodies are nowhere near; a character takes three bytes at most.
  if (text.length * 3 <= LARGEST_REQUEST) return false;
  return new TextEncoder().encode(text).length > LARGEST_REQUEST;
}

/**
 * What is wrong with a body, in the vendor's envelope; `undefined` when it keeps the contract.
 *
 * @param body The text as JSON; the text itself, when it is none.
 */
export function validateRequest(
  { operation, examples: { failure } }: MockedOperation,
  type: string | undefined,
  text: string,
  body: unknown,
): MockAnswer | undefined {
  const invalidLayout = (status: number, field: string, message: string) =>
    failureAnswer(failure, "invalidBodyLayout", {
      status,
      reason: `${field} ${message}`,
      details: [
        {
          record: {},
          errors: {
            [field]: { message: messageOf(field, message), rule: "layout" },
          },
        },
      ],
    });
  if (type && !isJson(type))
    return invalidLayout(415, "content-type", "must be application/json");
  if (!text) return invalidLayout(422, "body", "is missing");
  if (!type) return invalidLayout(422, "content-type", "is missing");
  if (body === text) return invalidLayout(400, "body", "is not JSON");
  const violations = violationsOf(operation.request, body);
  // An unknown field may be called "".
  if (violations.some(({ field, rule }) => !field && rule === "type"))
    return invalidLayout(422, "body", "must be an object");
  if (violations.length === 0) return undefined;
  const reported = violations.slice(0, MOST_ERRORS);
  return failureAnswer(failure, "validationFailed", {
    status: 422,
    reason: sentenceOf(reported),
    details: [detailOf(body as object, reported)],
  });
}

/** A charset other than UTF-8 is none of JSON's, RFC 8259. */
export function isJson(type: string): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?)?$/i.test(
    type,
  );
}

/** A message must stay readable, and a hostile one must not take long. */
const MOST_ERRORS = 100;

function detailOf(
  record: object,
  violations: readonly ContractViolation[],
): ErrorDetail {
  const errors = new Map<string, FieldError>();
  for (const { field, rule, message } of violations)
    // A wrong type in an enum breaks two rules; the envelope has room for one, the first.
    if (!errors.has(field))
      errors.set(field, { message: messageOf(field, message), rule });
  return {
    record: isShallow(record) ? (record as Record<string, unknown>) : {},
    errors: Object.fromEntries(errors),
  };
}

/** JSON may be nested deeper than it can be written again. */
function isShallow(record: object): boolean {
  try {
    return JSON.stringify(record) !== undefined;
  } catch {
    return false;
  }
}

/** "The cancel type must be …" for `settings.cancel_type`, as the vendor's own messages have it. */
function messageOf(field: string, message: string): string {
  const name = field.replace(/\.\d+$/, "");
  const words = name.slice(name.lastIndexOf(".") + 1).replace(/[_-]/g, " ");
  return `The ${words} ${message}.`;
}
