import type { FieldError } from "../contract/generated.js";
import { KwikApiError, type ResponseDetails } from "./errors.js";
import { asRecord } from "../contract/json.js";

/** Turns a failure into an error. It comes from the network, so a malformed envelope must not hide that the API said no. */
export function apiError(
  body: unknown,
  details: ResponseDetails,
): KwikApiError {
  const { error_code, error_message, error_details } = asRecord(body);
  const fieldErrors = Object.fromEntries(
    [error_details]
      .flat()
      .flatMap((record) =>
        Object.entries(asRecord(asRecord(record).errors)).map(
          ([field, error]) => [field, readFieldError(error)],
        ),
      ),
  );
  const { status } = details;
  const code = error_code == null ? undefined : text(error_code);
  const fields = Object.entries(fieldErrors).map(
    ([field, { message }]) => `${field}: ${message}`,
  );
  const summary = `${text(error_message ?? (status > 299 && status < 400 ? "Redirects are not followed" : "Refused"))} (${code ?? `HTTP ${status}`})`;
  return new KwikApiError(
    fields[0] ? `${summary}: ${fields.join("; ")}` : summary,
    { ...details, code, fieldErrors },
  );
}

function readFieldError(error: unknown): FieldError {
  const { message = error, rule = "unknown" } = asRecord(error);
  return { message: text(message), rule: text(rule) };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
