import type { FieldError } from "./contract.js";
import { readFailure } from "./failure.js";

/** Whatever `createPortalLink` throws, apart from the caller's own abort. */
export class KwikError extends Error {
  override name = "KwikError";
}

/** The API said no. */
export class KwikApiError extends KwikError {
  override name = "KwikApiError";
  /** The HTTP status. Which one a failure has is not documented: decide by `code`. */
  readonly status: number;
  /** The three-digit `error_code`, such as `"005"`. `undefined` when the answer was not in the API's own format. */
  readonly code: string | undefined;
  /** What is wrong by field, in dot notation: `error.fieldErrors["settings.cancel_type"]`. Empty when no field is to blame. */
  readonly fieldErrors: Readonly<Record<string, FieldError>>;

  /** @param body The failure envelope, or whatever came in its place. */
  constructor(status: number, body: unknown) {
    const { code, message, fieldErrors } = readFailure(body);
    const fields = Object.entries(fieldErrors).map(
      ([field, error]) => `${field}: ${error.message}`,
    );
    const summary = `${message} (${code ?? `HTTP ${status}`})`;
    super(
      fields.length > 1
        ? [`${summary}:`, ...fields].join("\n  ")
        : [summary, ...fields].join(": "),
    );
    this.status = status;
    this.code = code;
    this.fieldErrors = fieldErrors;
  }
}
