import { HIDDEN, type Redact } from "../contract/redact.js";
import type { ResponseDetails } from "./errors.js";

/** As much of an response as an error may show. */
export function responseDetails(
  {
    status,
    headers,
    body,
  }: Pick<Response, "status" | "headers"> & { body: string },
  redact: Redact,
): ResponseDetails {
  const shown = new Headers(headers);
  shown.delete("Set-Cookie");
  shown.forEach((value, name) => shown.set(name, redact(value)));
  // What looks like JSON is a broken response, and may hold a link in any place; a long run without a space is a token.
  const isText = !/^\s*([[{"]|$)/.test(body);
  return {
    status,
    headers: shown,
    body: isText
      ? redact(body)
          .replace(/[\w-]{20,}/g, HIDDEN)
          .slice(0, 200)
      : undefined,
  };
}
