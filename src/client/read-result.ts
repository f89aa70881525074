import { operations, type Operation } from "../contract/generated.js";
import { asRecord } from "../contract/json.js";
import { judgeResponse } from "../contract/judge-response.js";
import { secretsIn } from "../contract/redact.js";
import { sentenceOf, type ContractViolation } from "../contract/violations.js";
import { apiError } from "./api-error.js";
import { connectionError, KwikApiError, KwikContractError } from "./errors.js";
import type { ReadResponse } from "./exchange.js";
import { quietly } from "./quietly.js";
import { decodeBody } from "./read-body.js";
import { looksLikeJson, responseDetails } from "./response-details.js";
import { createShow } from "./show.js";
import type { Outcome } from "./transport.js";

/** What stays the same for all responses of a client. */
export interface ResultContext {
  baseUrl: string;
  secrets: readonly string[];
  onContractViolation: ((violation: ContractViolation) => unknown) | undefined;
}

/** Takes the result out of a response, or what the call fails with. */
export function readResult(
  operation: Operation,
  response: ReadResponse,
  request: unknown,
  { baseUrl, secrets, onContractViolation }: ResultContext,
): Outcome<unknown> {
  const { status, headers } = response;
  const { text, flaw } = decodeBody(response);
  const judgement = judgeResponse(
    operation,
    request,
    { status, body: text, flaw },
    baseUrl,
  );
  const { kind, body } = judgement;
  if (kind === "success") {
    for (const violation of judgement.violations)
      void quietly(() => onContractViolation?.(violation));
    return { value: asRecord(body).result };
  }
  const show = createShow([...secrets, ...secretsIn(body)]);
  const details = responseDetails(response, text, show);
  if (kind === "failure") return { error: apiError(body, details, show) };
  // Node's fetch does not notice that a compressed body was cut off.
  if (
    body === undefined &&
    !flaw &&
    headers.has("content-encoding") &&
    looksLikeJson(text)
  )
    return { error: connectionError("the compressed body ended early") };
  const { violations } = judgement;
  return {
    error: new KwikContractError(`The response: ${sentenceOf(violations)}.`, {
      violations,
      ...details,
    }),
  };
}

/** Hands a response over as the server sent it, if a Response can hold it. Of a failure onAttempt is told all the same. */
export function handOver(
  response: ReadResponse,
  context: ResultContext,
): Outcome<Response> {
  const { error } = readResult(
    operations.createPortalLink,
    response,
    undefined,
    {
      ...context,
      onContractViolation: undefined,
    },
  );
  const { status, headers, bytes, isTooLarge } = response;
  if (isTooLarge || status < 200 || status > 599) return { error };
  return {
    value: new Response(bytes.length ? bytes : null, { status, headers }),
    error: error instanceof KwikApiError ? error : undefined,
  };
}
