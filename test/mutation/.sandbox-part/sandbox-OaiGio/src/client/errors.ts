// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import type { FieldError } from "../contract/generated.js";
import type { ContractViolation } from "../contract/violations.js";
import { oneLine } from "./one-line.js";

/** Whatever `createPortalLink` throws, apart from the caller's own abort. Credentials, links and sessions are taken out of it. */
export class KwikError<Details extends object = object> extends Error {
  constructor(message: string, details: Details) {
    if (stryMutAct_9fa48("138")) {
      {}
    } else {
      stryCov_9fa48("138");
      super(oneLine(message, 1000));
      Object.assign(this, details);
    }
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
  override name = stryMutAct_9fa48("139") ? "" : (stryCov_9fa48("139"), "KwikApiError");
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
export class KwikConnectionError extends KwikError<{
  cause: Error;
}> {
  override name = stryMutAct_9fa48("140") ? "" : (stryCov_9fa48("140"), "KwikConnectionError");
}

/** What was thrown may hold the request, credentials included: its words alone are told. */
export function connectionError(reason: string): KwikConnectionError {
  if (stryMutAct_9fa48("141")) {
    {}
  } else {
    stryCov_9fa48("141");
    return new KwikConnectionError(stryMutAct_9fa48("142") ? `` : (stryCov_9fa48("142"), `No answer (${reason})`), stryMutAct_9fa48("143") ? {} : (stryCov_9fa48("143"), {
      cause: new Error(reason)
    }));
  }
}

/** No response within `timeoutMs`: whether a link was created is unknown. */
export class KwikTimeoutError extends KwikError<{
  timeoutMs: number;
}> {
  override name = stryMutAct_9fa48("144") ? "" : (stryCov_9fa48("144"), "KwikTimeoutError");
  declare readonly timeoutMs: number;
}

/** A request or a response that breaks the contract. */
export class KwikContractError extends KwikError<{
  violations: readonly ContractViolation[];
} & Partial<ResponseDetails>> {
  override name = stryMutAct_9fa48("145") ? "" : (stryCov_9fa48("145"), "KwikContractError");
  declare readonly violations: readonly ContractViolation[];
  /** The HTTP status of the response. `undefined` when it was the request: then nothing was sent. */
  declare readonly status?: number;
  /** Those response headers that help to find out what happened, such as `date`, `retry-after` and request ids. */
  declare readonly headers?: Headers;
  /** The beginning of a body that was not JSON. */
  declare readonly body?: string | undefined;
}