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
import { valueAt } from "./field-path.js";
import type { FieldPath, Operation } from "./generated.js";
import { isLoopback } from "./loopback.js";
import { violationsOf, type ContractViolation } from "./violations.js";

/** Breaking one of these leaves every value what its type says: the result works, and is worth more than the rule. */
const TOLERATED_KEYWORDS = stryMutAct_9fa48("334") ? /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\W+)$/i : stryMutAct_9fa48("333") ? /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\w)$/i : stryMutAct_9fa48("332") ? /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)(min|max)\w+)$/i : stryMutAct_9fa48("331") ? /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\w+)/i : stryMutAct_9fa48("330") ? /(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\w+)$/i : (stryCov_9fa48("330", "331", "332", "333", "334"), /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\w+)$/i);
export function isTolerated({
  rule
}: ContractViolation): boolean {
  if (stryMutAct_9fa48("335")) {
    {}
  } else {
    stryCov_9fa48("335");
    return TOLERATED_KEYWORDS.test(rule);
  }
}

/**
 * How a success breaks the contract: in its schema, in its echoes of the request, or with a link that leads nowhere.
 *
 * @param baseUrl Where it came from: on loopback a link may be http.
 */
export function successViolations(operation: Operation, request: unknown, body: unknown, baseUrl: string): ContractViolation[] {
  if (stryMutAct_9fa48("336")) {
    {}
  } else {
    stryCov_9fa48("336");
    const violations = violationsOf(operation.success, body);
    // Where a value is not what its type says, the rest does not matter.
    if (stryMutAct_9fa48("339") ? false : stryMutAct_9fa48("338") ? true : stryMutAct_9fa48("337") ? violations.every(isTolerated) : (stryCov_9fa48("337", "338", "339"), !(stryMutAct_9fa48("340") ? violations.some(isTolerated) : (stryCov_9fa48("340"), violations.every(isTolerated))))) return violations;
    const add = stryMutAct_9fa48("341") ? () => undefined : (stryCov_9fa48("341"), (() => {
      const add = (path: FieldPath, rule: string, message: string) => violations.push(stryMutAct_9fa48("342") ? {} : (stryCov_9fa48("342"), {
        field: path.join(stryMutAct_9fa48("343") ? "" : (stryCov_9fa48("343"), ".")),
        rule,
        message
      }));
      return add;
    })());
    for (const {
      response,
      request: from
    } of operation.echoes) if (stryMutAct_9fa48("346") ? valueAt(body, response) === valueAt(request, from) : stryMutAct_9fa48("345") ? false : stryMutAct_9fa48("344") ? true : (stryCov_9fa48("344", "345", "346"), valueAt(body, response) !== valueAt(request, from))) add(response, stryMutAct_9fa48("347") ? "" : (stryCov_9fa48("347"), "matchesRequest"), stryMutAct_9fa48("348") ? "" : (stryCov_9fa48("348"), "must be as in the request"));
    for (const path of operation.links) if (stryMutAct_9fa48("351") ? false : stryMutAct_9fa48("350") ? true : stryMutAct_9fa48("349") ? isUsable(String(valueAt(body, path)), baseUrl) : (stryCov_9fa48("349", "350", "351"), !isUsable(String(valueAt(body, path)), baseUrl))) add(path, stryMutAct_9fa48("352") ? "" : (stryCov_9fa48("352"), "usableLink"), stryMutAct_9fa48("353") ? "" : (stryCov_9fa48("353"), "must be an absolute https URL"));
    for (const path of operation.texts) if (stryMutAct_9fa48("356") ? false : stryMutAct_9fa48("355") ? true : stryMutAct_9fa48("354") ? String(valueAt(body, path)).trim() : (stryCov_9fa48("354", "355", "356"), !(stryMutAct_9fa48("357") ? String(valueAt(body, path)) : (stryCov_9fa48("357"), String(valueAt(body, path)).trim())))) add(path, stryMutAct_9fa48("358") ? "" : (stryCov_9fa48("358"), "blank"), stryMutAct_9fa48("359") ? "" : (stryCov_9fa48("359"), "is blank"));
    return violations;
  }
}

/** Customers are redirected there: https, or http where the API itself is on loopback, and nothing that could end a header. */
function isUsable(link: string, baseUrl: string): boolean {
  if (stryMutAct_9fa48("360")) {
    {}
  } else {
    stryCov_9fa48("360");
    return stryMutAct_9fa48("363") ? /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu.test(link) && URL.canParse(link) || /^https:/i.test(link) || isLoopback(baseUrl) : stryMutAct_9fa48("362") ? false : stryMutAct_9fa48("361") ? true : (stryCov_9fa48("361", "362", "363"), (stryMutAct_9fa48("365") ? /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu.test(link) || URL.canParse(link) : stryMutAct_9fa48("364") ? true : (stryCov_9fa48("364", "365"), (stryMutAct_9fa48("375") ? /^https?:\/\/[^\s\p{Cc}/\\][^\s\P{Cc}]*$/iu : stryMutAct_9fa48("374") ? /^https?:\/\/[^\s\p{Cc}/\\][^\S\p{Cc}]*$/iu : stryMutAct_9fa48("373") ? /^https?:\/\/[^\s\p{Cc}/\\][\s\p{Cc}]*$/iu : stryMutAct_9fa48("372") ? /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]$/iu : stryMutAct_9fa48("371") ? /^https?:\/\/[^\s\P{Cc}/\\][^\s\p{Cc}]*$/iu : stryMutAct_9fa48("370") ? /^https?:\/\/[^\S\p{Cc}/\\][^\s\p{Cc}]*$/iu : stryMutAct_9fa48("369") ? /^https?:\/\/[\s\p{Cc}/\\][^\s\p{Cc}]*$/iu : stryMutAct_9fa48("368") ? /^https:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu : stryMutAct_9fa48("367") ? /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*/iu : stryMutAct_9fa48("366") ? /https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu : (stryCov_9fa48("366", "367", "368", "369", "370", "371", "372", "373", "374", "375"), /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu)).test(link) && URL.canParse(link))) && (stryMutAct_9fa48("377") ? /^https:/i.test(link) && isLoopback(baseUrl) : stryMutAct_9fa48("376") ? true : (stryCov_9fa48("376", "377"), (stryMutAct_9fa48("378") ? /https:/i : (stryCov_9fa48("378"), /^https:/i)).test(link) || isLoopback(baseUrl))));
  }
}