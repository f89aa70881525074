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
export function checkedBaseUrl(
  baseUrl: string = serverUrl,
  fetch?: unknown,
): string {
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (
    !(href.startsWith("https:") || isLoopback(href)) ||
    /^\w+:\/\/[^/]*@|[?#]/.test(href)
  ) {
    invalidOption(
      "baseUrl",
      "must be an https URL, or http on loopback, without credentials or query.",
    );
  }
  if (href.startsWith("http:") && !fetch && isProxied(new URL(href))) {
    invalidOption(
      "baseUrl",
      "would show the credentials to the proxy: name its host in NO_PROXY, or pass a fetch.",
    );
  }
  return href.replace(/\/+$/, "");
}

/** Whether the runtime's own fetch sends http through a proxy, to loopback as well. */
function isProxied({ host, hostname }: URL): boolean {
  const { env = {}, execArgv, versions = {} } = environment();
  try {
    const { http_proxy = env.HTTP_PROXY, no_proxy = env.NO_PROXY } = env;
    const obeysProxy =
      env.NODE_USE_ENV_PROXY ||
      [env.NODE_OPTIONS, execArgv].join().includes("--use-env-proxy") ||
      versions.bun ||
      versions.deno;
    return (
      !!(http_proxy && obeysProxy) &&
      !no_proxy
        ?.split(/[\s,]/)
        .some((entry) => ["*", host, hostname].includes(entry))
    );
  } catch {
    // Deno may have been told to keep its environment to itself.
    return false;
  }
}
