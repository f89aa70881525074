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
import { serverUrl } from "../contract/generated.js";
import { invalidOption } from "../contract/invalid-option.js";
import { isLoopback } from "../contract/loopback.js";
import { environment } from "./environment.js";

/**
 * Checks that credentials may be sent there: over https, or over http to this very machine.
 *
 * @param fetch What the caller sends requests with: then proxies are the caller's.
 * @returns the URL without a trailing slash, as openapi-fetch wants it.
 */
export function checkedBaseUrl(baseUrl: string = serverUrl, fetch?: unknown): string {
  if (stryMutAct_9fa48("13")) {
    {}
  } else {
    stryCov_9fa48("13");
    const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : stryMutAct_9fa48("14") ? "Stryker was here!" : (stryCov_9fa48("14"), "");
    if (stryMutAct_9fa48("17") ? !(href.startsWith("https:") || isLoopback(href)) && /^\w+:\/\/[^/]*@|[?#]/.test(href) : stryMutAct_9fa48("16") ? false : stryMutAct_9fa48("15") ? true : (stryCov_9fa48("15", "16", "17"), (stryMutAct_9fa48("18") ? href.startsWith("https:") || isLoopback(href) : (stryCov_9fa48("18"), !(stryMutAct_9fa48("21") ? href.startsWith("https:") && isLoopback(href) : stryMutAct_9fa48("20") ? false : stryMutAct_9fa48("19") ? true : (stryCov_9fa48("19", "20", "21"), (stryMutAct_9fa48("22") ? href.endsWith("https:") : (stryCov_9fa48("22"), href.startsWith(stryMutAct_9fa48("23") ? "" : (stryCov_9fa48("23"), "https:")))) || isLoopback(href))))) || (stryMutAct_9fa48("29") ? /^\w+:\/\/[^/]*@|[^?#]/ : stryMutAct_9fa48("28") ? /^\w+:\/\/[/]*@|[?#]/ : stryMutAct_9fa48("27") ? /^\w+:\/\/[^/]@|[?#]/ : stryMutAct_9fa48("26") ? /^\W+:\/\/[^/]*@|[?#]/ : stryMutAct_9fa48("25") ? /^\w:\/\/[^/]*@|[?#]/ : stryMutAct_9fa48("24") ? /\w+:\/\/[^/]*@|[?#]/ : (stryCov_9fa48("24", "25", "26", "27", "28", "29"), /^\w+:\/\/[^/]*@|[?#]/)).test(href))) {
      if (stryMutAct_9fa48("30")) {
        {}
      } else {
        stryCov_9fa48("30");
        invalidOption(stryMutAct_9fa48("31") ? "" : (stryCov_9fa48("31"), "baseUrl"), stryMutAct_9fa48("32") ? "" : (stryCov_9fa48("32"), "must be an https URL, or http on loopback, without credentials or query."));
      }
    }
    if (stryMutAct_9fa48("35") ? href.startsWith("http:") && !fetch || isProxied(new URL(href)) : stryMutAct_9fa48("34") ? false : stryMutAct_9fa48("33") ? true : (stryCov_9fa48("33", "34", "35"), (stryMutAct_9fa48("37") ? href.startsWith("http:") || !fetch : stryMutAct_9fa48("36") ? true : (stryCov_9fa48("36", "37"), (stryMutAct_9fa48("38") ? href.endsWith("http:") : (stryCov_9fa48("38"), href.startsWith(stryMutAct_9fa48("39") ? "" : (stryCov_9fa48("39"), "http:")))) && (stryMutAct_9fa48("40") ? fetch : (stryCov_9fa48("40"), !fetch)))) && isProxied(new URL(href)))) {
      if (stryMutAct_9fa48("41")) {
        {}
      } else {
        stryCov_9fa48("41");
        invalidOption(stryMutAct_9fa48("42") ? "" : (stryCov_9fa48("42"), "baseUrl"), stryMutAct_9fa48("43") ? "" : (stryCov_9fa48("43"), "would show the credentials to the proxy: name its host in NO_PROXY, or pass a fetch."));
      }
    }
    return href.replace(stryMutAct_9fa48("45") ? /\/$/ : stryMutAct_9fa48("44") ? /\/+/ : (stryCov_9fa48("44", "45"), /\/+$/), stryMutAct_9fa48("46") ? "Stryker was here!" : (stryCov_9fa48("46"), ""));
  }
}

/** Whether the runtime's own fetch sends http through a proxy, to loopback as well. */
function isProxied({
  host,
  hostname
}: URL): boolean {
  if (stryMutAct_9fa48("47")) {
    {}
  } else {
    stryCov_9fa48("47");
    const {
      env = {},
      execArgv,
      versions = {}
    } = environment();
    try {
      if (stryMutAct_9fa48("48")) {
        {}
      } else {
        stryCov_9fa48("48");
        const {
          http_proxy = env.HTTP_PROXY,
          no_proxy = env.NO_PROXY
        } = env;
        const obeysProxy = stryMutAct_9fa48("51") ? (env.NODE_USE_ENV_PROXY || [env.NODE_OPTIONS, execArgv].join().includes("--use-env-proxy") || versions.bun) && versions.deno : stryMutAct_9fa48("50") ? false : stryMutAct_9fa48("49") ? true : (stryCov_9fa48("49", "50", "51"), (stryMutAct_9fa48("53") ? (env.NODE_USE_ENV_PROXY || [env.NODE_OPTIONS, execArgv].join().includes("--use-env-proxy")) && versions.bun : stryMutAct_9fa48("52") ? false : (stryCov_9fa48("52", "53"), (stryMutAct_9fa48("55") ? env.NODE_USE_ENV_PROXY && [env.NODE_OPTIONS, execArgv].join().includes("--use-env-proxy") : stryMutAct_9fa48("54") ? false : (stryCov_9fa48("54", "55"), env.NODE_USE_ENV_PROXY || (stryMutAct_9fa48("56") ? [] : (stryCov_9fa48("56"), [env.NODE_OPTIONS, execArgv])).join().includes(stryMutAct_9fa48("57") ? "" : (stryCov_9fa48("57"), "--use-env-proxy")))) || versions.bun)) || versions.deno);
        return stryMutAct_9fa48("60") ? !!(http_proxy && obeysProxy) || !no_proxy?.split(/[\s,]/).some(entry => ["*", host, hostname].includes(entry)) : stryMutAct_9fa48("59") ? false : stryMutAct_9fa48("58") ? true : (stryCov_9fa48("58", "59", "60"), (stryMutAct_9fa48("61") ? !(http_proxy && obeysProxy) : (stryCov_9fa48("61"), !(stryMutAct_9fa48("62") ? http_proxy && obeysProxy : (stryCov_9fa48("62"), !(stryMutAct_9fa48("65") ? http_proxy || obeysProxy : stryMutAct_9fa48("64") ? false : stryMutAct_9fa48("63") ? true : (stryCov_9fa48("63", "64", "65"), http_proxy && obeysProxy)))))) && (stryMutAct_9fa48("66") ? no_proxy?.split(/[\s,]/).some(entry => ["*", host, hostname].includes(entry)) : (stryCov_9fa48("66"), !(stryMutAct_9fa48("68") ? no_proxy.split(/[\s,]/).some(entry => ["*", host, hostname].includes(entry)) : stryMutAct_9fa48("67") ? no_proxy?.split(/[\s,]/).every(entry => ["*", host, hostname].includes(entry)) : (stryCov_9fa48("67", "68"), no_proxy?.split(stryMutAct_9fa48("70") ? /[\S,]/ : stryMutAct_9fa48("69") ? /[^\s,]/ : (stryCov_9fa48("69", "70"), /[\s,]/)).some(stryMutAct_9fa48("71") ? () => undefined : (stryCov_9fa48("71"), entry => (stryMutAct_9fa48("72") ? [] : (stryCov_9fa48("72"), [stryMutAct_9fa48("73") ? "" : (stryCov_9fa48("73"), "*"), host, hostname])).includes(entry))))))));
      }
    } catch {
      if (stryMutAct_9fa48("74")) {
        {}
      } else {
        stryCov_9fa48("74");
        // Deno may have been told to keep its environment to itself.
        return stryMutAct_9fa48("75") ? true : (stryCov_9fa48("75"), false);
      }
    }
  }
}