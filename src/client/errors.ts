import type { FieldError } from "../contract/generated.js";
import type { ContractViolation } from "../contract/violations.js";
import { oneLine } from "./one-line.js";

/** Whatever `createPortalLink` throws, apart from the caller's own abort. Credentials, links and sessions are taken out of it. */
export class KwikError<Details extends object = object> extends Error {
  constructor(message: string, details: Details) {
    super(oneLine(message, 1000));
    Object.assign(this, details);
  }
}

/** What may be shown of a response. */
export interface ResponseDetails {
  status: number;
  headers: Headers;
  body: string | undefined;
}

interface ApiErrorDetails extends ResponseDetails {
  code: string | undefined;
  fieldErrors: Readonly<Record<string, FieldError>>;
}

/** The API said no. */
export class KwikApiError extends KwikError<ApiErrorDetails> {
  override name = "KwikApiError";
  /** The HTTP status. Which one a failure has is not documented: decide by `code`. */
  declare readonly status: number;
  /** The three-digit `error_code`, such as `"005"`. `undefined` when the response was not in the API's own format. */
  declare readonly code: string | undefined;
  /** What is wrong by field, in dot notation: `error.fieldErrors["settings.cancel_type"]`. Empty when no field is to blame. */
  declare readonly fieldErrors: Readonly<Record<string, FieldError>>;
  /** Those response headers that help to find out what happened, such as `date`, `retry-after` and request ids. */
  declare readonly headers: Headers;
  /** The beginning of a body that was not JSON. */
  declare readonly body: string | undefined;
}

/** No response, or not all of one: whether a link was created is unknown. */
export class KwikConnectionError extends KwikError<{ cause: Error }> {
  override name = "KwikConnectionError";
}

/** What was thrown may hold the request, credentials included: its words alone are told. */
export function connectionError(reason: string): KwikConnectionError {
  return new KwikConnectionError(`No answer (${reason})`, {
    cause: new Error(reason),
  });
}

/** No response within `timeoutMs`: whether a link was created is unknown. */
export class KwikTimeoutError extends KwikError<{ timeoutMs: number }> {
  override name = "KwikTimeoutError";
  declare readonly timeoutMs: number;
}

/** A request or a response that breaks the contract. */
export class KwikContractError extends KwikError<
  { violations: readonly ContractViolation[] } & Partial<ResponseDetails>
> {
  override name = "KwikContractError";
  declare readonly violations: readonly ContractViolation[];
  /** The HTTP status of the response. `undefined` when it was the request: then nothing was sent. */
  declare readonly status?: number;
  /** Those response headers that help to find out what happened, such as `date`, `retry-after` and request ids. */
  declare readonly headers?: Headers;
  /** The beginning of a body that was not JSON. */
  declare readonly body?: string | undefined;
}
