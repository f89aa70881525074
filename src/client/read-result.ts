import type { Operation } from "../contract/generated.js";
import { asRecord, tryParseJson } from "../contract/json.js";
import { judgeResponse } from "../contract/judge-response.js";
import type { Redact } from "../contract/redact.js";
import { sentenceOf, type ContractViolation } from "../contract/violations.js";
import { apiError } from "./api-error.js";
import { KwikContractError } from "./errors.js";
import { responseDetails } from "./response-details.js";
import type { ReadResponse } from "./transport.js";

/**
 * Takes the result out of a response.
 *
 * @throws {KwikApiError} the response is a failure.
 * @throws {KwikContractError} it is neither, or its result is not what the types say.
 */
export function readResult(
  operation: Operation,
  response: ReadResponse,
  request: unknown,
  baseUrl: string,
  redact: Redact,
  onContractViolation: ((violation: ContractViolation) => void) | undefined,
): unknown {
  const judgement = judgeResponse(operation, request, response, baseUrl);
  if (judgement.kind === "failure") {
    // In JSON a slash may be written as \/, which would hide a link from redaction.
    throw apiError(
      tryParseJson(redact(response.body.replaceAll("\\/", "/"))),
      responseDetails(response, redact),
    );
  }
  const { kind, body, violations } = judgement;
  if (kind === "invalid")
    throw new KwikContractError(`The response: ${sentenceOf(violations)}.`, {
      violations,
      ...responseDetails(response, redact),
    });
  for (const violation of violations) {
    try {
      onContractViolation?.(violation);
    } catch {
      // Whoever watches the contract must not take the payment page down.
    }
  }
  return asRecord(body).result;
}
