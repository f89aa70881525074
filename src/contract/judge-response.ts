import type { Operation } from "./generated.js";
import { asRecord, tryParseJson } from "./json.js";
import { isTolerated, successViolations } from "./success-violations.js";
import type { ContractViolation } from "./violations.js";

/** What a response is. The client and verify share it: what the client refuses, verify fails. */
export type Judgement =
  | { kind: "failure"; body: unknown }
  | { kind: "success"; body: unknown; violations: ContractViolation[] }
  | { kind: "invalid"; body: unknown; violations: ContractViolation[] };

/** @param baseUrl Where the response came from: on loopback a link may be http. */
export function judgeResponse(
  operation: Operation,
  request: unknown,
  { status, body: text }: { status: number; body: string },
  baseUrl: string,
): Judgement {
  const body = tryParseJson(text);
  // The HTTP status of a failure is not documented, so the envelope decides as well.
  if (status < 200 || status > 299 || asRecord(body).status === false)
    return { kind: "failure", body };
  const violations =
    body === undefined
      ? [notJson(text)]
      : successViolations(operation, request, body, baseUrl);
  const kind = violations.every(isTolerated) ? "success" : "invalid";
  return { kind, body, violations };
}

function notJson(text: string): ContractViolation {
  return {
    field: "",
    rule: "body",
    message: text ? "is not JSON" : "is empty",
  };
}
