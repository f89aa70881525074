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
import { quietly } from "./quietly.js";
import { readBody, type ReadBody } from "./read-body.js";

/** A response that was read. */
export interface ReadResponse extends ReadBody {
  status: number;
  headers: Headers;
}
export type Fetch = (request: Request) => Promise<Response>;
export type RequestParts = Pick<RequestInit, "method" | "headers"> & {
  body: string;
};

/** Sends a request once, and reads the response. To cancel it closes the connection, even under a fetch that heeds no signal. */
export function exchange(fetch: Fetch | undefined, url: string, parts: RequestParts): {
  response: Promise<ReadResponse>;
  cancel: () => void;
} {
  if (stryMutAct_9fa48("146")) {
    {}
  } else {
    stryCov_9fa48("146");
    const controller = new AbortController();
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    const cancel = () => {
      if (stryMutAct_9fa48("147")) {
        {}
      } else {
        stryCov_9fa48("147");
        controller.abort();
        void quietly(stryMutAct_9fa48("148") ? () => undefined : (stryCov_9fa48("148"), () => stryMutAct_9fa48("149") ? reader.cancel() : (stryCov_9fa48("149"), reader?.cancel())));
      }
    };
    async function receive(): Promise<ReadResponse> {
      if (stryMutAct_9fa48("150")) {
        {}
      } else {
        stryCov_9fa48("150");
        const init: RequestInit = stryMutAct_9fa48("151") ? {} : (stryCov_9fa48("151"), {
          ...parts,
          // Deno's fetch repeats a POST on a kept-alive connection that was lost, unless its body is a stream.
          ...(stryMutAct_9fa48("154") ? "Deno" in globalThis || {
            body: new Blob([parts.body]).stream(),
            duplex: "half"
          } : stryMutAct_9fa48("153") ? false : stryMutAct_9fa48("152") ? true : (stryCov_9fa48("152", "153", "154"), (stryMutAct_9fa48("155") ? "" : (stryCov_9fa48("155"), "Deno")) in globalThis && (stryMutAct_9fa48("156") ? {} : (stryCov_9fa48("156"), {
            body: new Blob(stryMutAct_9fa48("157") ? [] : (stryCov_9fa48("157"), [parts.body])).stream(),
            duplex: stryMutAct_9fa48("158") ? "" : (stryCov_9fa48("158"), "half")
          })))),
          redirect: stryMutAct_9fa48("159") ? "" : (stryCov_9fa48("159"), "manual"),
          signal: controller.signal
        });
        // Looked up per call, not captured here, so that MSW and instrumentation work in any load order. Without a fetch of the
        // caller's own, a Request would only be built for fetch to take apart again.
        const response = await (fetch ? fetch(new Request(url, init)) : globalThis.fetch(url, init));
        const {
          status,
          headers,
          body,
          type
        } = response;
        if (stryMutAct_9fa48("162") ? type !== "error" : stryMutAct_9fa48("161") ? false : stryMutAct_9fa48("160") ? true : (stryCov_9fa48("160", "161", "162"), type === (stryMutAct_9fa48("163") ? "" : (stryCov_9fa48("163"), "error")))) throw new TypeError(stryMutAct_9fa48("164") ? "" : (stryCov_9fa48("164"), "network error"));
        reader = stryMutAct_9fa48("165") ? body.getReader() : (stryCov_9fa48("165"), body?.getReader());
        if (stryMutAct_9fa48("167") ? false : stryMutAct_9fa48("166") ? true : (stryCov_9fa48("166", "167"), controller.signal.aborted)) cancel();
        const read = await readBody(reader);
        // A status such as 205 has no body to be read, whatever else the server sends.
        if (stryMutAct_9fa48("170") ? read.isTooLarge && !body : stryMutAct_9fa48("169") ? false : stryMutAct_9fa48("168") ? true : (stryCov_9fa48("168", "169", "170"), read.isTooLarge || (stryMutAct_9fa48("171") ? body : (stryCov_9fa48("171"), !body)))) cancel();
        return stryMutAct_9fa48("172") ? {} : (stryCov_9fa48("172"), {
          status,
          headers,
          ...read
        });
      }
    }
    return stryMutAct_9fa48("173") ? {} : (stryCov_9fa48("173"), {
      response: receive(),
      cancel
    });
  }
}