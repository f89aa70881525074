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
import { operations, type Operation } from "../contract/generated.js";
import { asRecord } from "../contract/json.js";
import { judgeResponse } from "../contract/judge-response.js";
import { secretsIn } from "../contract/redact.js";
import { sentenceOf, type ContractViolation } from "../contract/violations.js";
import { apiError } from "./api-error.js";
import { connectionError, KwikApiError, KwikContractError } from "./errors.js";
import type { ReadResponse } from "./exchange.js";
import { quietly } from "./quietly.js";
import { decodeBody } from "./read-body.js";
import { looksLikeJson, responseDetails } from "./response-details.js";
import { createShow } from "./show.js";
import type { Outcome } from "./transport.js";

/** What stays the same for all responses of a client. */
export interface ResultContext {
  baseUrl: string;
  secrets: readonly string[];
  onContractViolation: ((violation: ContractViolation) => unknown) | undefined;
}

/** Takes the result out of a response, or what the call fails with. */
export function readResult(operation: Operation, response: ReadResponse, request: unknown, {
  baseUrl,
  secrets,
  onContractViolation
}: ResultContext): Outcome<unknown> {
  const {
    status,
    headers
  } = response;
  const {
    text,
    flaw
  } = decodeBody(response);
  const judgement = judgeResponse(operation, request, {
    status,
    body: text,
    flaw
  }, baseUrl);
  const {
    kind,
    body
  } = judgement;
  if (kind === "success") {
    for (const violation of judgement.violations) void quietly(() => onContractViolation?.(violation));
    return {
      value: asRecord(body).result
    };
  }
  const show = createShow([...secrets, ...secretsIn(body)]);
  const details = responseDetails(response, text, show);
  if (kind === "failure") return {
    error: apiError(body, details, show)
  };
  // Node's fetch does not notice that a compressed body was cut off.
  if (body === undefined && !flaw && headers.has("content-encoding") && looksLikeJson(text)) return {
    error: connectionError("the compressed body ended early")
  };
  const {
    violations
  } = judgement;
  return {
    error: new KwikContractError(`The response: ${sentenceOf(violations)}.`, {
      violations,
      ...details
    })
  };
}

/** Hands a response over as the server sent it, if a Response can hold it. Of a failure onAttempt is told all the same. */
export function handOver(response: ReadResponse, context: ResultContext): Outcome<Response> {
  if (stryMutAct_9fa48("183")) {
    {}
  } else {
    stryCov_9fa48("183");
    const {
      error
    } = readResult(operations.createPortalLink, response, undefined, stryMutAct_9fa48("184") ? {} : (stryCov_9fa48("184"), {
      ...context,
      onContractViolation: undefined
    }));
    const {
      status,
      headers,
      bytes,
      isTooLarge
    } = response;
    if (stryMutAct_9fa48("187") ? (isTooLarge || status < 200) && status > 599 : stryMutAct_9fa48("186") ? false : stryMutAct_9fa48("185") ? true : (stryCov_9fa48("185", "186", "187"), (stryMutAct_9fa48("189") ? isTooLarge && status < 200 : stryMutAct_9fa48("188") ? false : (stryCov_9fa48("188", "189"), isTooLarge || (stryMutAct_9fa48("192") ? status >= 200 : stryMutAct_9fa48("191") ? status <= 200 : stryMutAct_9fa48("190") ? false : (stryCov_9fa48("190", "191", "192"), status < 200)))) || (stryMutAct_9fa48("195") ? status <= 599 : stryMutAct_9fa48("194") ? status >= 599 : stryMutAct_9fa48("193") ? false : (stryCov_9fa48("193", "194", "195"), status > 599)))) return stryMutAct_9fa48("196") ? {} : (stryCov_9fa48("196"), {
      error
    });
    return stryMutAct_9fa48("197") ? {} : (stryCov_9fa48("197"), {
      value: new Response(bytes.length ? bytes : null, stryMutAct_9fa48("198") ? {} : (stryCov_9fa48("198"), {
        status,
        headers
      })),
      error: error instanceof KwikApiError ? error : undefined
    });
  }
}