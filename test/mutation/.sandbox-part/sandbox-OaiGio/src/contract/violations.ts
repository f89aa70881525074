// @ts-nocheck
import type { Validator } from "./generated.js";

/** One way in which a message breaks the contract. It never holds the value itself. */
export interface ContractViolation {
  /** Dotted, as in `settings.products_ids.0`; empty for the message as a whole. */
  field: string;
  /** The keyword of the contract that is broken, such as `required`; or a rule of this package's own: `matchesRequest`, `usableLink`, `blank`, `body`. */
  rule: string;
  /** What the field must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** Holds a value against the contract. */
export function violationsOf(
  validate: Validator,
  value: unknown,
): ContractViolation[] {
  return (validate(value) ?? []).map(({ path, keyword, message }) => ({
    field: path.join("."),
    rule: keyword,
    message,
  }));
}

/** "settings.cancel_type must be NOW or AFTER_BILLING_PERIOD; customer_id is missing" */
export function sentenceOf(violations: readonly ContractViolation[]): string {
  return violations
    .map(({ field, message }) => `${field || "it"} ${message}`)
    .join("; ");
}
