import type { ValidationError, Validator } from "./generated.js";

/** One way in which a message breaks the contract. It never holds the value itself. */
export interface ContractViolation {
  /** Dotted, as in `settings.products_ids.0`; empty for the message as a whole. */
  field: string;
  /** The keyword of the contract that is broken, such as `required`; or a rule of this package's own: `matchesRequest`, `usableLink`, `blank`, `body`. */
  rule: string;
  /** What the field must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** Keyword → what the field must be, up to the keyword's own parameters. */
const MESSAGES: Record<string, string> = {
  required: "is missing",
  additionalProperties: "is not in the contract",
  type: "must be of type ",
  enum: "must be ",
  const: "must be ",
  format: "must be a valid ",
  maxLength: "must not be longer than ",
};

/** Holds a value against the contract. */
export function violationsOf(
  validate: Validator<unknown>,
  value: unknown,
): ContractViolation[] {
  validate(value);
  return (validate.errors ?? []).map((error) => ({
    field: error.path.join("."),
    rule: error.keyword,
    message: messageOf(error),
  }));
}

export function messageOf({ keyword, expected = [] }: ValidationError): string {
  return (MESSAGES[keyword] ?? keyword) + [expected].flat().join(" or ");
}

/** "settings.cancel_type must be NOW or AFTER_BILLING_PERIOD; customer_id is missing" */
export function sentenceOf(violations: readonly ContractViolation[]): string {
  return violations
    .map(({ field, message }) => `${field || "it"} ${message}`)
    .join("; ");
}
