import type { IncomingRequest } from "./incoming-request.js";
import type { MockAnswer } from "./answers.js";
import { readBasic } from "../contract/basic-auth.js";
import { redactor } from "../contract/redact.js";
import { routeOf } from "./route.js";
import { memoizeLast } from "../contract/memoize-last.js";

/** A line such as "POST /customer-portal/link 200 cus_abc123 sub_abc123 (1 ms)". */
export function logLine(
  { method, url, headers }: IncomingRequest,
  sent: MockAnswer,
  ms: number,
): string {
  const redacted = redactorFor(headers.authorization)(sent.note);
  const note = redacted.replace(/\p{C}/gu, "?").slice(0, 300);
  return `${method} ${routeOf(url).shownPath} ${sent.status || sent.fault} ${note} (${ms} ms)`;
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
