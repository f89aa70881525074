import type { AjvError, Validator } from "./generated.js";

/** One way in which a message breaks the contract. It never holds the value itself. */
export interface ContractViolation {
  /** Dotted, as in `settings.products_ids.0`; empty for the message as a whole. */
  field: string;
  /** The keyword of the contract that is broken, such as `required`; or a rule of this package's own: `matchesRequest`, `usableLink`, `blank`, `body`. */
  rule: string;
  /** What the field must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** A violation with the way to its field, whose names may have dots in them. */
export interface ContractIssue extends Omit<ContractViolation, "field"> {
  path: string[];
}

/** Holds a value against the contract. It never throws, and never changes the value. */
export function violationsOf(
  validate: Validator,
  value: unknown,
): ContractViolation[] {
  return issuesOf(validate, value).map(({ path, ...rest }) => {
    return { field: path.join("."), ...rest };
  });
}

export function issuesOf(validate: Validator, value: unknown): ContractIssue[] {
  try {
    return validate(value) ? [] : (validate.errors ?? []).map(issueOf);
  } catch {
    const message = "must be plain JSON, neither cyclic nor nested too deeply";
    return [{ path: [], rule: "type", message }];
  }
}

/** "settings.cancel_type must be NOW or AFTER_BILLING_PERIOD; customer_id is missing" */
export function sentenceOf(violations: readonly ContractViolation[]): string {
  return violations
    .map(({ field, message }) => `${field || "it"} ${message}`)
    .join("; ");
}

function issueOf({ instancePath, keyword, params }: AjvError): ContractIssue {
  // A JSON Pointer, RFC 6901.
  const path = instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const field = params.missingProperty ?? params.additionalProperty;
  if (field !== undefined) path.push(field as string);
  return { path, rule: keyword, message: messageOf(keyword, params) };
}

const NOUNS: Record<string, string> = {
  array: "an array",
  integer: "an integer",
  object: "an object",
  uri: "an absolute URI, as in https://example.com/path",
  "date-time": "a date and time with a time zone, as in 2026-03-13T12:30:00Z",
};

function messageOf(keyword: string, params: AjvError["params"]): string {
  const limit = params.limit as number;
  const values = Object.values(params).flat() as string[];
  if (keyword === "required") return "is missing";
  if (keyword === "additionalProperties") return "is not in the contract";
  if (keyword === "minLength" && limit === 1) return "must not be empty";
  if (keyword === "minLength")
    return `must not be shorter than ${limit} characters`;
  if (keyword === "maxLength")
    return `must not be longer than ${limit} characters`;
  if (keyword === "enum" || keyword === "const")
    return `must be ${values.join(" or ")}`;
  if (keyword === "type" || keyword === "format")
    return `must be ${values.map((name) => NOUNS[name] ?? `a ${name}`).join(" or ")}`;
  // The contract has no other keyword yet.
  return `must keep ${keyword} ${limit ?? ""}`.trim();
}
