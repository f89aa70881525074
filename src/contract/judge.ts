import {
  echoes,
  requiredTexts,
  validatePortalLinkResponse,
} from "./generated.js";
import { asRecord, tryParseJson } from "./values.js";
import type { ReadResponse } from "./read-response.js";
import { violationsOf, type ContractViolation } from "./violations.js";

/** What a response is. The client and verify share it: what the client refuses, verify fails. */
export interface Judgement {
  kind: "failure" | "success" | "invalid";
  /** The parsed JSON; `undefined` when it is not JSON. */
  body: unknown;
  /** Of a success, those that leave it usable; of an invalid response, all. */
  violations: ContractViolation[];
}

/** Which links are usable, beside those with https. */
export interface LinkRules {
  /** Where the response came from: a link on loopback may be http when this is. */
  baseUrl: string;
  /** Whether any link may be http. */
  allowHttp: boolean;
}

export function judgeResponse(
  request: unknown,
  { status, text, flaw }: Omit<ReadResponse, "bytes" | "headers">,
  links: LinkRules,
): Judgement {
  const body = tryParseJson(text);
  // The HTTP status of a failure is not documented, so the envelope decides as well.
  if (status < 200 || status > 299 || asRecord(body).status === false)
    return { kind: "failure", body, violations: [] };
  const unread =
    flaw ?? (text ? body === undefined && "is not JSON" : "is empty");
  const violations = unread
    ? [{ field: "", rule: "body", message: unread }]
    : successViolations(request, body, links);
  // Breaking one of these leaves every value what its type says: the result works, and is worth more than the rule.
  const isUsable = violations.every(({ rule }) =>
    /^(enum|format|pattern|unique|min|max)/.test(rule),
  );
  return { kind: isUsable ? "success" : "invalid", body, violations };
}

/** How a success breaks the contract: in its schema, in its echoes of the request, with a blank text, or with a link that leads nowhere. */
export function successViolations(
  request: unknown,
  body: unknown,
  links: LinkRules,
): ContractViolation[] {
  const violations = violationsOf(validatePortalLinkResponse, body);
  const { result } = asRecord(body);
  const fields = asRecord(result);
  if (fields !== result || Array.isArray(result)) return violations;
  const add = (name: string, rule: string, message: string) =>
    violations.push({ field: `result.${name}`, rule, message });
  for (const [to, from] of Object.entries(echoes)) {
    const sent = asRecord(request)[from];
    const isReported = !(to in fields) && requiredTexts.includes(to as never);
    if (fields[to] === sent || isReported) continue;
    const how = sent === undefined ? "left out" : "as in the request";
    add(to, "matchesRequest", `must be ${how}`);
  }
  const link = fields.link_url;
  if (typeof link === "string" && !isUsableLink(link, links))
    add("link_url", "usableLink", "must be an absolute https URL");
  for (const name of requiredTexts)
    if (typeof fields[name] === "string" && !fields[name].trim())
      add(name, "blank", "is blank");
  return violations;
}

/** Customers are redirected there: nothing in it may end a header. */
function isUsableLink(link: string, { baseUrl, allowHttp }: LinkRules) {
  const isUrl = /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu.test(link);
  if (!isUrl || !URL.canParse(link)) return false;
  if (allowHttp || /^https:/i.test(link)) return true;
  return isLoopback(baseUrl) && isLoopback(new URL(link).href);
}

/** Whether a URL, as URL writes it, leads by http to this very machine. */
export function isLoopback(href: string): boolean {
  return /^http:\/\/(\[::1\]|127\.\d+\.\d+\.\d+|localhost)(:|\/|$)/.test(href);
}
