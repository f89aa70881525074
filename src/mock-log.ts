import type { Asked } from "./mock-api.js";
import type { MockAnswer } from "./mock-answers.js";
import { PATH } from "./contract.js";
import { readBasic } from "./mock-credentials.js";
import { redactor } from "./redact.js";
import { remembered } from "./remembered.js";

/** A line such as "POST /customer-portal/link 200 cus_abc123 sub_abc123 (1 ms)". */
export function logLine(
  { method, url, headers }: Asked,
  sent: MockAnswer,
  ms: number,
): string {
  const note = shortened(redactorFor(headers.authorization)(sent.note));
  return `${method} ${placeOf(url)} ${sent.status || sent.fault} ${note} (${Math.round(ms)} ms)`;
}

// Mostly the same client asks again.
const redactorFor = remembered((authorization: string | undefined) => {
  const {
    encoded = "",
    apiSecret = "",
    apiKey = "",
  } = readBasic(authorization) ?? {};
  return redactor([encoded, apiSecret, apiKey]);
});

function shortened(note: string): string {
  return /^[\x20-\x7e]{0,300}$/.test(note)
    ? note
    : note.replace(/\p{C}/gu, "?").slice(0, 300);
}

/** A path that is neither of the mock's may hold anything, and a link's is a secret. */
function placeOf(url: string): string {
  const [path] = url.split("?", 1);
  if (path?.endsWith(PATH)) return PATH;
  return /\/portal\/[\w-]+$/.test(url) ? "/portal/…" : "another path";
}
