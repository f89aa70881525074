/** Takes out of a text what must never reach a log. */
export type Redact = (text: string) => string;

export const HIDDEN = "[hidden]";

/** What a server sends may echo the credentials, or hold a link or a session: either lets its holder in. */
export function redactor(secrets: readonly string[]): Redact {
  // Shorter ones are words that a message may hold by itself.
  const known = secrets.filter((secret) => secret.length > 4);
  return (text) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text)
      .replace(/\bses_[\w-]+|[a-z][\w+.-]*:\/\/[^\s"'<>\\]+/gi, HIDDEN);
}
