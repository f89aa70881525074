// @ts-nocheck
import type { Operation } from "./generated.js";
import { asRecord, tryParseJson } from "./json.js";
import { isTolerated, successViolations } from "./success-violations.js";
import type { ContractViolation } from "./violations.js";

/** What a response is. The client and verify share it: what the client refuses, verify fails. */
export type Judgement =
  | { kind: "failure"; body: unknown }
  | { kind: "success"; body: unknown; violations: ContractViolation[] }
  | { kind: "invalid"; body: unknown; violations: ContractViolation[] };

export interface JudgedResponse {
  status: number;
  body: string;
  /** What kept the body from being read, as in "is not UTF-8". */
  flaw?: string | undefined;
}

/** @param baseUrl Where the response came from: on loopback a link may be http. */
export function judgeResponse(
  operation: Operation,
  request: unknown,
  { status, body: text, flaw }: JudgedResponse,
  baseUrl: string,
): Judgement {
  const body = tryParseJson(text);
  // The HTTP status of a failure is not documented, so the envelope decides as well.
  if (status < 200 || status > 299 || asRecord(body).status === false)
    return { kind: "failure", body };
  const message =
    flaw ?? (!text ? "is empty" : body === undefined && "is not JSON");
  const violations = message
    ? [{ field: "", rule: "body", message }]
    : successViolations(operation, request, body, baseUrl);
  const kind = violations.every(isTolerated) ? "success" : "invalid";
  return { kind, body, violations };
}
