import type { ErrorResponse, FieldError } from "./contract.js";

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

  constructor(
    message: string,
    options: {
      status: number;
      code?: string;
      fieldErrors?: Record<string, FieldError>;
    },
  ) {
    super(message);
    this.status = options.status;
    this.code = options.code;
    this.fieldErrors = options.fieldErrors ?? {};
  }

  /** Reads the failure envelope. It comes from the network, so nothing in it is taken for granted. */
  static fromResponse(
    status: number,
    body: Partial<ErrorResponse>,
  ): KwikApiError {
    const details = Array.isArray(body.error_details) ? body.error_details : [];
    const fieldErrors = Object.fromEntries(
      details.flatMap((detail) => Object.entries(detail?.errors ?? {})),
    );
    const code =
      body.error_code === undefined ? undefined : String(body.error_code);
    const fields = Object.entries(fieldErrors).map(
      ([field, error]) => `${field}: ${error?.message}`,
    );
    const summary = `${body.error_message ?? "The API refused the request"} (${code ?? `HTTP ${status}`})`;
    return new KwikApiError(
      [summary, ...fields].join(fields.length > 1 ? "\n  " : ": "),
      {
        status,
        fieldErrors,
        ...(code !== undefined && { code }),
      },
    );
  }
}
