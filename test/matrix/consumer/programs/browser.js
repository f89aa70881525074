// In a page or in a Web Worker, of the mock's origin.
import { createKwikClient } from "kwik-portal-link";
import { probe } from "./probe.js";

function refusal() {
  try {
    createKwikClient({ apiKey: "key", apiSecret: "secret" });
  } catch (error) {
    return error.message;
  }
}

globalThis.outcome = probe(location.origin, {
  dangerouslyAllowBrowser: true,
}).then((failures) => ({ refusal: refusal(), failures }));
if ("importScripts" in globalThis) globalThis.outcome.then(postMessage);
