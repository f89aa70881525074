/**
 * Checks that credentials may be sent there: over https, or over http to this very machine.
 *
 * @returns the URL without a trailing slash, as openapi-fetch wants it.
 */
export function checkedBaseUrl(baseUrl: string): string {
  const url =
    typeof baseUrl === "string" && URL.canParse(baseUrl)
      ? new URL(baseUrl)
      : undefined;
  if (!url)
    throw new TypeError(
      "baseUrl is not a URL: write it in full, as in https://api.kwik.co.za/2.0.",
    );
  if (url.username || url.password) {
    throw new TypeError(
      "baseUrl contains credentials: remove them and pass apiKey and apiSecret instead.",
    );
  }
  if (url.search || url.hash)
    throw new TypeError(
      "baseUrl contains a query or a fragment: end it with the path, as in /2.0.",
    );
  if (
    url.protocol !== "https:" &&
    !(url.protocol === "http:" && isLoopback(url.hostname))
  ) {
    throw new TypeError(
      `baseUrl ${url.origin === "null" ? url.protocol : url.origin} would send the credentials unprotected: use https (http is accepted for localhost, 127.0.0.1 and [::1]).`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === "[::1]" ||
    /^(.+\.)?localhost$/.test(hostname) ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
