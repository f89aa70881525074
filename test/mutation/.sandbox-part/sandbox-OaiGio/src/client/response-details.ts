// @ts-nocheck
import { HIDDEN } from "../contract/redact.js";
import type { ResponseDetails } from "./errors.js";
import { oneLine } from "./one-line.js";
import type { Show } from "./show.js";

/** A list of what is shown, because any other header may hold a link or a session. */
const SHOWN_HEADERS =
  /^(content-(type|length|encoding)|date|retry-after(-ms)?|server|via|cf-ray|(x-)?ratelimit-.*|.*(request|correlation|trace)-?id)$/i;

/** As much of a response as an error may show. */
export function responseDetails(
  { status, headers }: Pick<Response, "status" | "headers">,
  body: string,
  show: Show,
): ResponseDetails {
  const shown = new Headers();
  headers.forEach((value, name) => {
    if (SHOWN_HEADERS.test(name)) shown.set(name, show(value));
  });
  return {
    status,
    headers: shown,
    // A long run without a space is a token.
    body: looksLikeJson(body)
      ? undefined
      : oneLine(show(body).replace(/[\w-]{20,}/g, HIDDEN), 200),
  };
}

/** What looks like JSON and is none is a broken response, and may hold a link in any place. */
export function looksLikeJson(body: string): boolean {
  return /^\s*([[{"]|$)/.test(body);
}
