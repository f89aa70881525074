import type { AnswerDetails } from "./errors.js";

/** Takes out of a text what must never reach a log. */
export type Redact = (text: string) => string;

const HIDDEN = "[hidden]";

/** What a server sends may echo the credentials, or hold a link or a session: either lets its holder in. */
export function redactor(secrets: readonly string[]): Redact {
  // Shorter ones are words that a message may hold by itself.
  const known = secrets.filter((secret) => secret.length > 4);
  return (text) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text)
      .replace(/\bses_[\w-]+|[a-z][\w+.-]*:\/\/[^\s"'<>\\]+/gi, HIDDEN);
}

/** As much of an answer as an error may show. */
export function detailsOf(
  {
    status,
    headers,
    body,
  }: Pick<Response, "status" | "headers"> & { body: string },
  redact: Redact,
): AnswerDetails {
  const shown = new Headers(headers);
  shown.delete("Set-Cookie");
  shown.forEach((value, name) => shown.set(name, redact(value)));
  // What looks like JSON is a broken answer, and may hold a link in any place; a long run without a space is a token.
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
