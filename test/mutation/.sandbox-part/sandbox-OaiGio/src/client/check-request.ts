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
import type { Operation } from "../contract/generated.js";
import { asRecord, tryParseJson } from "../contract/json.js";
import { sentenceOf, violationsOf, type ContractViolation } from "../contract/violations.js";
import { KwikContractError } from "./errors.js";
import { reasonOf, type Show } from "./show.js";

/** More of them would make an error of megabytes. */
const MOST_VIOLATIONS = 100;

/**
 * Writes a request as JSON, once, and checks what that says: what is checked is what is sent.
 *
 * @throws {KwikContractError} it breaks the contract, or cannot be written as JSON.
 */
export function checkedRequest(operation: Operation, request: unknown, show: Show): {
  body: string;
  sent: unknown;
} {
  if (stryMutAct_9fa48("76")) {
    {}
  } else {
    stryCov_9fa48("76");
    let violations: ContractViolation[];
    try {
      if (stryMutAct_9fa48("77")) {
        {}
      } else {
        stryCov_9fa48("77");
        const body = JSON.stringify(request);
        const sent = tryParseJson(body);
        const lost = lostProperty(request, sent);
        violations = lost ? stryMutAct_9fa48("78") ? [] : (stryCov_9fa48("78"), [stryMutAct_9fa48("79") ? {} : (stryCov_9fa48("79"), {
          field: lost,
          rule: stryMutAct_9fa48("80") ? "" : (stryCov_9fa48("80"), "body"),
          message: stryMutAct_9fa48("81") ? "" : (stryCov_9fa48("81"), "gets lost in JSON")
        })]) : violationsOf(operation.request, sent);
        if (stryMutAct_9fa48("84") ? false : stryMutAct_9fa48("83") ? true : stryMutAct_9fa48("82") ? violations[0] : (stryCov_9fa48("82", "83", "84"), !violations[0])) return stryMutAct_9fa48("85") ? {} : (stryCov_9fa48("85"), {
          body,
          sent
        });
      }
    } catch (thrown) {
      if (stryMutAct_9fa48("86")) {
        {}
      } else {
        stryCov_9fa48("86");
        const message = stryMutAct_9fa48("87") ? `` : (stryCov_9fa48("87"), `cannot be written as JSON (${reasonOf(thrown)})`);
        violations = stryMutAct_9fa48("88") ? [] : (stryCov_9fa48("88"), [stryMutAct_9fa48("89") ? {} : (stryCov_9fa48("89"), {
          field: stryMutAct_9fa48("90") ? "Stryker was here!" : (stryCov_9fa48("90"), ""),
          rule: stryMutAct_9fa48("91") ? "" : (stryCov_9fa48("91"), "body"),
          message
        })]);
      }
    }
    // A caller's own words are in the names of unknown fields, and in the reason.
    violations = stryMutAct_9fa48("92") ? violations.map(({
      field,
      rule,
      message
    }) => ({
      field: show(field),
      rule,
      message: show(message)
    })) : (stryCov_9fa48("92"), violations.slice(0, MOST_VIOLATIONS).map(stryMutAct_9fa48("93") ? () => undefined : (stryCov_9fa48("93"), ({
      field,
      rule,
      message
    }) => stryMutAct_9fa48("94") ? {} : (stryCov_9fa48("94"), {
      field: show(field),
      rule,
      message: show(message)
    }))));
    throw new KwikContractError(stryMutAct_9fa48("95") ? `` : (stryCov_9fa48("95"), `The request was not sent: ${sentenceOf(violations)}.`), stryMutAct_9fa48("96") ? {} : (stryCov_9fa48("96"), {
      violations
    }));
  }
}

/**
 * What an object has and its JSON does not, such as the getter of a class or the size of a Map. Left out unseen, it could be
 * a restriction of the link that nobody gets.
 */
function lostProperty(given: unknown, sent: unknown): string | undefined {
  if (stryMutAct_9fa48("97")) {
    {}
  } else {
    stryCov_9fa48("97");
    const object = asRecord(given);
    // Whoever writes a toJSON says what is meant.
    if (stryMutAct_9fa48("100") ? typeof object.toJSON !== "function" : stryMutAct_9fa48("99") ? false : stryMutAct_9fa48("98") ? true : (stryCov_9fa48("98", "99", "100"), typeof object.toJSON === (stryMutAct_9fa48("101") ? "" : (stryCov_9fa48("101"), "function")))) return undefined;
    for (let level: object = object, parent: object | null; // Object.prototype, which every object has, is the one without a parent.
    stryMutAct_9fa48("102") ? false : (stryCov_9fa48("102"), parent = Object.getPrototypeOf(level) as object | null); level = parent) for (const name of Object.getOwnPropertyNames(level)) {
      if (stryMutAct_9fa48("103")) {
        {}
      } else {
        stryCov_9fa48("103");
        if (stryMutAct_9fa48("105") ? false : stryMutAct_9fa48("104") ? true : (stryCov_9fa48("104", "105"), Object.hasOwn(asRecord(sent), name))) {
          if (stryMutAct_9fa48("106")) {
            {}
          } else {
            stryCov_9fa48("106");
            const inner = lostProperty(object[name], asRecord(sent)[name]);
            if (stryMutAct_9fa48("108") ? false : stryMutAct_9fa48("107") ? true : (stryCov_9fa48("107", "108"), inner)) return stryMutAct_9fa48("109") ? `` : (stryCov_9fa48("109"), `${name}.${inner}`);
            continue;
          }
        }
        const value = object[name];
        const isMethod = stryMutAct_9fa48("112") ? typeof value === "function" || level !== object : stryMutAct_9fa48("111") ? false : stryMutAct_9fa48("110") ? true : (stryCov_9fa48("110", "111", "112"), (stryMutAct_9fa48("114") ? typeof value !== "function" : stryMutAct_9fa48("113") ? true : (stryCov_9fa48("113", "114"), typeof value === (stryMutAct_9fa48("115") ? "" : (stryCov_9fa48("115"), "function")))) && (stryMutAct_9fa48("117") ? level === object : stryMutAct_9fa48("116") ? true : (stryCov_9fa48("116", "117"), level !== object)));
        if (stryMutAct_9fa48("120") ? value !== undefined || !isMethod : stryMutAct_9fa48("119") ? false : stryMutAct_9fa48("118") ? true : (stryCov_9fa48("118", "119", "120"), (stryMutAct_9fa48("122") ? value === undefined : stryMutAct_9fa48("121") ? true : (stryCov_9fa48("121", "122"), value !== undefined)) && (stryMutAct_9fa48("123") ? isMethod : (stryCov_9fa48("123"), !isMethod)))) return name;
      }
    }
    return undefined;
  }
}