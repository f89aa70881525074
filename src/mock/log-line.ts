import type { IncomingRequest } from "./incoming-request.js";
import type { MockAnswer } from "./answers.js";
import { operations } from "../contract/generated.js";
import { readBasic } from "../contract/basic-auth.js";
import { redactor } from "../contract/redact.js";
import { memoizeLast } from "../contract/memoize-last.js";

/** A line such as "POST /customer-portal/link 200 cus_abc123 sub_abc123 (1 ms)". */
export function logLine(
  { method, url, headers }: IncomingRequest,
  sent: MockAnswer,
  ms: number,
): string {
  const note = printable(redactorFor(headers.authorization)(sent.note));
  return `${method} ${shownPath(url)} ${sent.status || sent.fault} ${note} (${Math.round(ms)} ms)`;
}

// Mostly the same client asks again.
const redactorFor = memoizeLast((authorization: string | undefined) => {
  const {
    encoded = "",
    apiSecret = "",
    apiKey = "",
  } = readBasic(authorization) ?? {};
  return redactor([encoded, apiSecret, apiKey]);
});

function printable(note: string): string {
  return /^[\x20-\x7e]{0,300}$/.test(note)
    ? note
    : note.replace(/\p{C}/gu, "?").slice(0, 300);
}

/** A path that is neither of the mock's may hold anything, and a link's is a secret. */
function shownPath(url: string): string {
  const [path] = url.split("?", 1);
  if (path?.endsWith(operations.createPortalLink.path))
    return operations.createPortalLink.path;
  return /\/portal\/[\w-]+$/.test(url) ? "/portal/…" : "another path";
}
