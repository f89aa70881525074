/** What HTTP Basic carried. */
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
export interface BasicCredentials {
  apiKey: string;
  apiSecret: string;
  /** As sent, in base64. */
  encoded: string;
}

/** Reads an Authorization header; `undefined` when it is not what `api_key:api_secret` becomes under HTTP Basic. */
export function readBasic(header: string | undefined): BasicCredentials | undefined {
  if (stryMutAct_9fa48("259")) {
    {}
  } else {
    stryCov_9fa48("259");
    const [, encoded] = stryMutAct_9fa48("260") ? /^basic ([\w+/-]+={0,2})$/i.exec(header ?? "") && [] : (stryCov_9fa48("260"), (stryMutAct_9fa48("266") ? /^basic ([\w+/-]+=)$/i : stryMutAct_9fa48("265") ? /^basic ([\W+/-]+={0,2})$/i : stryMutAct_9fa48("264") ? /^basic ([^\w+/-]+={0,2})$/i : stryMutAct_9fa48("263") ? /^basic ([\w+/-]={0,2})$/i : stryMutAct_9fa48("262") ? /^basic ([\w+/-]+={0,2})/i : stryMutAct_9fa48("261") ? /basic ([\w+/-]+={0,2})$/i : (stryCov_9fa48("261", "262", "263", "264", "265", "266"), /^basic ([\w+/-]+={0,2})$/i)).exec(stryMutAct_9fa48("267") ? header && "" : (stryCov_9fa48("267"), header ?? (stryMutAct_9fa48("268") ? "Stryker was here!" : (stryCov_9fa48("268"), "")))) ?? (stryMutAct_9fa48("269") ? ["Stryker was here"] : (stryCov_9fa48("269"), [])));
    if (stryMutAct_9fa48("272") ? false : stryMutAct_9fa48("271") ? true : stryMutAct_9fa48("270") ? encoded : (stryCov_9fa48("270", "271", "272"), !encoded)) return undefined;
    try {
      if (stryMutAct_9fa48("273")) {
        {}
      } else {
        stryCov_9fa48("273");
        const pair = utf8(atob(encoded.replaceAll(stryMutAct_9fa48("274") ? "" : (stryCov_9fa48("274"), "-"), stryMutAct_9fa48("275") ? "" : (stryCov_9fa48("275"), "+")).replaceAll(stryMutAct_9fa48("276") ? "" : (stryCov_9fa48("276"), "_"), stryMutAct_9fa48("277") ? "" : (stryCov_9fa48("277"), "/"))));
        // Only the first colon separates: a secret may hold more of them.
        const colon = pair.indexOf(stryMutAct_9fa48("278") ? "" : (stryCov_9fa48("278"), ":"));
        const [apiKey, apiSecret] = stryMutAct_9fa48("279") ? [] : (stryCov_9fa48("279"), [stryMutAct_9fa48("280") ? pair : (stryCov_9fa48("280"), pair.slice(0, colon)), stryMutAct_9fa48("281") ? pair : (stryCov_9fa48("281"), pair.slice(stryMutAct_9fa48("282") ? colon - 1 : (stryCov_9fa48("282"), colon + 1)))]);
        return (stryMutAct_9fa48("285") ? colon > 0 || apiSecret : stryMutAct_9fa48("284") ? false : stryMutAct_9fa48("283") ? true : (stryCov_9fa48("283", "284", "285"), (stryMutAct_9fa48("288") ? colon <= 0 : stryMutAct_9fa48("287") ? colon >= 0 : stryMutAct_9fa48("286") ? true : (stryCov_9fa48("286", "287", "288"), colon > 0)) && apiSecret)) ? stryMutAct_9fa48("289") ? {} : (stryCov_9fa48("289"), {
          apiKey,
          apiSecret,
          encoded
        }) : undefined;
      }
    } catch {
      if (stryMutAct_9fa48("290")) {
        {}
      } else {
        stryCov_9fa48("290");
        // Not base64.
        return undefined;
      }
    }
  }
}
function utf8(bytes: string): string {
  if (stryMutAct_9fa48("291")) {
    {}
  } else {
    stryCov_9fa48("291");
    // Most keys are ASCII, and the same as their bytes.
    return (stryMutAct_9fa48("295") ? /^[^\0-\x7f]*$/ : stryMutAct_9fa48("294") ? /^[\0-\x7f]$/ : stryMutAct_9fa48("293") ? /^[\0-\x7f]*/ : stryMutAct_9fa48("292") ? /[\0-\x7f]*$/ : (stryCov_9fa48("292", "293", "294", "295"), /^[\0-\x7f]*$/)).test(bytes) ? bytes : new TextDecoder().decode(Uint8Array.from(bytes, stryMutAct_9fa48("296") ? () => undefined : (stryCov_9fa48("296"), byte => byte.charCodeAt(0))));
  }
}

/** The `user:password` pair in base64, RFC 7617. */
export function encodeBasic(user: string, password: string): string {
  if (stryMutAct_9fa48("297")) {
    {}
  } else {
    stryCov_9fa48("297");
    const bytes = new TextEncoder().encode(stryMutAct_9fa48("298") ? `` : (stryCov_9fa48("298"), `${user}:${password}`));
    return btoa(String.fromCharCode(...bytes));
  }
}