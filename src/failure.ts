import type { FieldError } from "./contract.js";

export interface Failure {
  code: string | undefined;
  message: string;
  fieldErrors: Record<string, FieldError>;
}

/** Reads the failure envelope. It comes from the network, so a malformed one must not hide that the API said no. */
export function readFailure(body: unknown): Failure {
  const { error_code, error_message, error_details } = fieldsOf(body);
  const code =
    typeof error_code === "number" ? String(error_code) : text(error_code);
  const errors = (Array.isArray(error_details) ? error_details : []).flatMap(
    (detail) => Object.entries(fieldsOf(fieldsOf(detail).errors)),
  );
  return {
    code,
    message: text(error_message) ?? "The API refused the request",
    fieldErrors: Object.fromEntries(
      errors.map(([field, error]) => [field, readFieldError(error)]),
    ),
  };
}

function readFieldError(error: unknown): FieldError {
  const { message, rule } = fieldsOf(error);
  return {
    message: text(message) ?? text(error) ?? "refused, without a reason",
    rule: text(rule) ?? "unknown",
  };
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
