/** As much of a response as decides about a retry. */
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
export interface RetryResponse {
  status: number;
  headers: {
    get: (name: string) => string | null;
  };
}

/**
 * How long to wait before the next attempt, in ms; `undefined` when there must be none.
 *
 * Only what the server cannot have acted on is retried, because the endpoint documents no idempotency key: 429, and 503
 * that says when to come back.
 *
 * @param attempt How many were made before this one.
 */
export function retryDelay({
  status,
  headers
}: RetryResponse, attempt: number): number | undefined {
  if (stryMutAct_9fa48("199")) {
    {}
  } else {
    stryCov_9fa48("199");
    if (stryMutAct_9fa48("202") ? status !== 429 || status !== 503 : stryMutAct_9fa48("201") ? false : stryMutAct_9fa48("200") ? true : (stryCov_9fa48("200", "201", "202"), (stryMutAct_9fa48("204") ? status === 429 : stryMutAct_9fa48("203") ? true : (stryCov_9fa48("203", "204"), status !== 429)) && (stryMutAct_9fa48("206") ? status === 503 : stryMutAct_9fa48("205") ? true : (stryCov_9fa48("205", "206"), status !== 503)))) return undefined;
    const asked = stryMutAct_9fa48("207") ? decimal(headers.get("retry-after-ms")) && retryAfter(headers.get("retry-after")) : (stryCov_9fa48("207"), decimal(headers.get(stryMutAct_9fa48("208") ? "" : (stryCov_9fa48("208"), "retry-after-ms"))) ?? retryAfter(headers.get(stryMutAct_9fa48("209") ? "" : (stryCov_9fa48("209"), "retry-after"))));
    // Half a second, doubled each time; less up to a half of it, so that callers refused together part.
    return stryMutAct_9fa48("210") ? asked && (status === 429 ? 500 * 2 ** attempt * (1 - Math.random() / 2) : undefined) : (stryCov_9fa48("210"), asked ?? ((stryMutAct_9fa48("213") ? status !== 429 : stryMutAct_9fa48("212") ? false : stryMutAct_9fa48("211") ? true : (stryCov_9fa48("211", "212", "213"), status === 429)) ? stryMutAct_9fa48("214") ? 500 * 2 ** attempt / (1 - Math.random() / 2) : (stryCov_9fa48("214"), (stryMutAct_9fa48("215") ? 500 / 2 ** attempt : (stryCov_9fa48("215"), 500 * 2 ** attempt)) * (stryMutAct_9fa48("216") ? 1 + Math.random() / 2 : (stryCov_9fa48("216"), 1 - (stryMutAct_9fa48("217") ? Math.random() * 2 : (stryCov_9fa48("217"), Math.random() / 2))))) : undefined));
  }
}
function decimal(value: string | null): number | undefined {
  if (stryMutAct_9fa48("218")) {
    {}
  } else {
    stryCov_9fa48("218");
    return (stryMutAct_9fa48("221") ? value || /^\d+(\.\d+)?$/.test(value) : stryMutAct_9fa48("220") ? false : stryMutAct_9fa48("219") ? true : (stryCov_9fa48("219", "220", "221"), value && (stryMutAct_9fa48("228") ? /^\d+(\.\D+)?$/ : stryMutAct_9fa48("227") ? /^\d+(\.\d)?$/ : stryMutAct_9fa48("226") ? /^\d+(\.\d+)$/ : stryMutAct_9fa48("225") ? /^\D+(\.\d+)?$/ : stryMutAct_9fa48("224") ? /^\d(\.\d+)?$/ : stryMutAct_9fa48("223") ? /^\d+(\.\d+)?/ : stryMutAct_9fa48("222") ? /\d+(\.\d+)?$/ : (stryCov_9fa48("222", "223", "224", "225", "226", "227", "228"), /^\d+(\.\d+)?$/)).test(value))) ? Number(value) : undefined;
  }
}

/** Seconds or, in one of the three forms of RFC 9110, a date; one that has passed means now. */
function retryAfter(value: string | null): number | undefined {
  if (stryMutAct_9fa48("229")) {
    {}
  } else {
    stryCov_9fa48("229");
    const seconds = decimal(value);
    if (stryMutAct_9fa48("232") ? seconds === undefined : stryMutAct_9fa48("231") ? false : stryMutAct_9fa48("230") ? true : (stryCov_9fa48("230", "231", "232"), seconds !== undefined)) return stryMutAct_9fa48("233") ? seconds / 1000 : (stryCov_9fa48("233"), seconds * 1000);
    const isDate = stryMutAct_9fa48("236") ? value || /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w+$/.test(value) : stryMutAct_9fa48("235") ? false : stryMutAct_9fa48("234") ? true : (stryCov_9fa48("234", "235", "236"), value && (stryMutAct_9fa48("250") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \W+$/ : stryMutAct_9fa48("249") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w$/ : stryMutAct_9fa48("248") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\D \w+$/ : stryMutAct_9fa48("247") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\D\d \w+$/ : stryMutAct_9fa48("246") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\D:\d\d \w+$/ : stryMutAct_9fa48("245") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\D\d:\d\d \w+$/ : stryMutAct_9fa48("244") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\W -]+:\d\d:\d\d \w+$/ : stryMutAct_9fa48("243") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [^\w -]+:\d\d:\d\d \w+$/ : stryMutAct_9fa48("242") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]:\d\d:\d\d \w+$/ : stryMutAct_9fa48("241") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, [\w -]+:\d\d:\d\d \w+$/ : stryMutAct_9fa48("240") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^a-z]*,? [\w -]+:\d\d:\d\d \w+$/ : stryMutAct_9fa48("239") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z],? [\w -]+:\d\d:\d\d \w+$/ : stryMutAct_9fa48("238") ? /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w+/ : stryMutAct_9fa48("237") ? /(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w+$/ : (stryCov_9fa48("237", "238", "239", "240", "241", "242", "243", "244", "245", "246", "247", "248", "249", "250"), /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]+:\d\d:\d\d \w+$/)).test(value));
    if (stryMutAct_9fa48("253") ? false : stryMutAct_9fa48("252") ? true : stryMutAct_9fa48("251") ? isDate : (stryCov_9fa48("251", "252", "253"), !isDate)) return undefined;
    // The oldest form names no time zone, and means GMT as well.
    const date = Date.parse(value.replace(stryMutAct_9fa48("255") ? /( GMT)$/ : stryMutAct_9fa48("254") ? /( GMT)?/ : (stryCov_9fa48("254", "255"), /( GMT)?$/), stryMutAct_9fa48("256") ? "" : (stryCov_9fa48("256"), " GMT")));
    return Number.isNaN(date) ? undefined : stryMutAct_9fa48("257") ? Math.min(0, date - Date.now()) : (stryCov_9fa48("257"), Math.max(0, stryMutAct_9fa48("258") ? date + Date.now() : (stryCov_9fa48("258"), date - Date.now())));
  }
}