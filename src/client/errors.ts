import type { FieldError } from "../contract/generated.js";
import type { ContractViolation } from "../contract/violations.js";
import { asRecord } from "../contract/values.js";
import { oneLine } from "./sanitize.js";

/** Shared by all copies of this package, such as those of a CommonJS library and of an ESM app. */
const BRAND = /* @__PURE__ */ Symbol.for("kwik-portal-link");

/** What `createPortalLink` throws when a call fails. Credentials, links and sessions are taken out of it. */
export class KwikError extends Error {
  protected static readonly kind: string = "KwikError";

  /** Holds for the errors of another copy of this package as well. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that somebody derives has no kind of its own, and keeps the ordinary instanceof.
    if (!Object.hasOwn(this, "kind")) return super[Symbol.hasInstance](value);
    const kind = (asRecord(value) as Record<symbol, unknown>)[BRAND];
    return this.kind === kind || (this === KwikError && !!kind);
  }

  constructor(message: string, details: object) {
    super(oneLine(message, 1000));
    const { kind } = new.target;
    Object.defineProperty(this, BRAND, { value: kind });
    Object.assign(this, { name: kind }, details);
  }
}

/** What an error shows of a response. */
export type ResponseDetails = Pick<KwikApiError, "status" | "headers" | "body">;

/** The API said no. */
export class KwikApiError extends KwikError {
  protected static override readonly kind: string = "KwikApiError";
  /** The HTTP status. Which one a failure has is not documented: decide by `code`. */
  declare readonly status: number;
  /** The three-digit `error_code`, such as `"005"`. `undefined` when the response was not in the API's own format. */
  declare readonly code: string | undefined;
  /** What is wrong by field, in dot notation: `error.fieldErrors["settings.cancel_type"]`. Empty when no field is to blame. */
  declare readonly fieldErrors: Readonly<Record<string, FieldError>>;
  /** Those response headers that help to find out what happened, such as `date`, `retry-after` and request ids, by lower-case name. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** The first words of an error page: of a body that was not JSON. */
  declare readonly body: string | undefined;
}

/** No response, or not all of one: whether a link was created is unknown. */
export class KwikConnectionError extends KwikError {
  protected static override readonly kind: string = "KwikConnectionError";
}

/** No response within `timeoutMs`: whether a link was created is unknown. */
export class KwikTimeoutError extends KwikError {
  protected static override readonly kind: string = "KwikTimeoutError";
  declare readonly timeoutMs: number;
}

/** A request or a response that breaks the contract. */
export class KwikContractError extends KwikError {
  protected static override readonly kind: string = "KwikContractError";
  declare readonly violations: readonly ContractViolation[];
  /** The HTTP status of the response. `undefined` when it was the request: then nothing was sent. */
  declare readonly status?: number;
  /** As of a KwikApiError. */
  declare readonly headers?: KwikApiError["headers"];
  /** As of a KwikApiError. */
  declare readonly body?: string | undefined;
}

/** What was thrown may hold the request, credentials included: its words alone are told. */
export function connectionError(reason: string): KwikConnectionError {
  const cause = new Error(reason);
  return new KwikConnectionError(`No answer (${reason})`, { cause });
}
