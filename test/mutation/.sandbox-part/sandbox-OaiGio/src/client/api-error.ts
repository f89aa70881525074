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
import { asRecord } from "../contract/json.js";
import { KwikApiError, type ResponseDetails } from "./errors.js";
import type { Show } from "./show.js";

/** Nobody reads more, and a server must not keep us busy. */
const MOST_FIELDS = 100;

/** Turns a failure into an error. It comes from the network, so a malformed envelope must not hide that the API refused. */
export function apiError(body: unknown, details: ResponseDetails, show: Show): KwikApiError {
  const {
    error_code,
    error_message,
    error_details
  } = asRecord(body);
  const {
    status
  } = details;
  const code = (stryMutAct_9fa48("2") ? error_code != null : stryMutAct_9fa48("1") ? false : stryMutAct_9fa48("0") ? true : (stryCov_9fa48("0", "1", "2"), error_code == null)) ? undefined : show(error_code);
  // A browser shows a redirect as status 0.
  const isRedirect = (stryMutAct_9fa48("3") ? [] : (stryCov_9fa48("3"), [0, 301, 302, 303, 307, 308])).includes(status);
  const reason = isRedirect ? stryMutAct_9fa48("4") ? "" : (stryCov_9fa48("4"), "Redirects are not followed") : stryMutAct_9fa48("5") ? "" : (stryCov_9fa48("5"), "Refused");
  const fieldErrors = Object.fromEntries(stryMutAct_9fa48("6") ? [error_details].flat().flatMap(record => Object.entries(asRecord(asRecord(record).errors))).map(([field, error]) => {
    const {
      message = error,
      rule = "unknown"
    } = asRecord(error);
    return [show(field), {
      message: show(message),
      rule: show(rule)
    }];
  }) : (stryCov_9fa48("6"), (stryMutAct_9fa48("7") ? [] : (stryCov_9fa48("7"), [error_details])).flat().flatMap(stryMutAct_9fa48("8") ? () => undefined : (stryCov_9fa48("8"), record => Object.entries(asRecord(asRecord(record).errors)))).slice(0, MOST_FIELDS).map(([field, error]) => {
    if (stryMutAct_9fa48("9")) {
      {}
    } else {
      stryCov_9fa48("9");
      const {
        message = error,
        rule = stryMutAct_9fa48("10") ? "" : (stryCov_9fa48("10"), "unknown")
      } = asRecord(error);
      return stryMutAct_9fa48("11") ? [] : (stryCov_9fa48("11"), [show(field), stryMutAct_9fa48("12") ? {} : (stryCov_9fa48("12"), {
        message: show(message),
        rule: show(rule)
      })]);
    }
  })));
  const fields = Object.entries(fieldErrors).map(([field, {
    message
  }]) => `${field}: ${message}`);
  const summary = `${error_message == null ? reason : show(error_message)} (${code ?? `HTTP ${status}`})`;
  return new KwikApiError(fields[0] ? `${summary}: ${fields.join("; ")}` : summary, {
    ...details,
    code,
    fieldErrors
  });
}