// @ts-nocheck
import type { Credentials, Probe } from "./probes.js";

/** The credentials by the names of their variables, never by their values. */
const USER: Record<Credentials, string> = {
  right: ' -u "$KWIK_API_KEY:$KWIK_API_SECRET"',
  "wrong key": ' -u "${KWIK_API_KEY}x:$KWIK_API_SECRET"',
  "wrong secret": ' -u "$KWIK_API_KEY:${KWIK_API_SECRET}x"',
  malformed: " -H 'Authorization: Basic %%%'",
  none: "",
};

/** A command that repeats a request, in a POSIX shell. */
export function curlOf(
  url: string,
  method: string,
  mediaType: string,
  { credentials, body }: Probe,
): string {
  return `curl -X ${method} ${quoted(url)}${USER[credentials]} -H 'Content-Type: ${mediaType}' -d ${quoted(body)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
