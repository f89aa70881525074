import { serverUrl } from "../contract/generated.js";
import { invalidOption } from "../contract/invalid-option.js";
import { isLoopback } from "../contract/loopback.js";

/**
 * Checks that credentials may be sent there: over https, or over http to this very machine.
 *
 * @returns the URL without a trailing slash, as openapi-fetch wants it.
 */
export function checkedBaseUrl(baseUrl: string = serverUrl): string {
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (!(href.startsWith("https:") || isLoopback(href)) || /[?#@]/.test(href)) {
    invalidOption(
      "baseUrl",
      "must be an https URL, or http on loopback, without credentials or query.",
    );
  }
  return href.replace(/\/+$/, "");
}
