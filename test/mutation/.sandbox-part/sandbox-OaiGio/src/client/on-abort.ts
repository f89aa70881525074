/** All who wait for one signal, as one listener: Node prints a warning from the eleventh on. */
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
class Listeners extends Set<() => void> {
  handleEvent(): void {
    if (stryMutAct_9fa48("174")) {
      {}
    } else {
      stryCov_9fa48("174");
      for (const listener of this) listener();
    }
  }
}
const listenersOf = /* @__PURE__ */new WeakMap<AbortSignal, Listeners>();

/** @returns stops waiting. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (stryMutAct_9fa48("175")) {
    {}
  } else {
    stryCov_9fa48("175");
    const listeners = stryMutAct_9fa48("176") ? listenersOf.get(signal) && new Listeners() : (stryCov_9fa48("176"), listenersOf.get(signal) ?? new Listeners());
    listenersOf.set(signal, listeners.add(listener));
    signal.addEventListener(stryMutAct_9fa48("177") ? "" : (stryCov_9fa48("177"), "abort"), listeners);
    return () => {
      if (stryMutAct_9fa48("178")) {
        {}
      } else {
        stryCov_9fa48("178");
        listeners.delete(listener);
        if (stryMutAct_9fa48("181") ? false : stryMutAct_9fa48("180") ? true : stryMutAct_9fa48("179") ? listeners.size : (stryCov_9fa48("179", "180", "181"), !listeners.size)) signal.removeEventListener(stryMutAct_9fa48("182") ? "" : (stryCov_9fa48("182"), "abort"), listeners);
      }
    };
  }
}