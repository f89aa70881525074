import { isLoopback } from "./base-url.js";
import {
  validatePortalLinkResponse,
  type PortalLink,
  type PortalLinkRequest,
} from "../contract/generated.js";
import { KwikContractError } from "./errors.js";
import { apiError } from "./api-error.js";
import { asRecord } from "../contract/json.js";
import { tryParseJson } from "../contract/json.js";
import type { Redact } from "../contract/redact.js";
import { responseDetails } from "./response-details.js";
import type { ReadResponse } from "./transport.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "../contract/violations.js";

/** Breaking one of these leaves every value what its type says: the link works, and is worth more than the rule. */
const TOLERATED_KEYWORDS = /^(maxLength|format)$/;

/** Takes the link out of an response, or throws what the response says instead. */
export function readPortalLink(
  response: ReadResponse,
  request: PortalLinkRequest,
  baseUrl: string,
  redact: Redact,
  onContractViolation: ((violation: ContractViolation) => void) | undefined,
): PortalLink {
  const body = tryParseJson(response.body);
  // The HTTP status of a failure is not documented, so the envelope decides before it.
  if (!response.ok || asRecord(body).status === false) {
    // In JSON a slash may be written as \/, which would hide a link from redaction.
    throw apiError(
      tryParseJson(redact(response.body.replaceAll("\\/", "/"))),
      responseDetails(response, redact),
    );
  }
  const violations: ContractViolation[] =
    body === undefined
      ? [
          {
            field: "",
            rule: "body",
            message: response.body ? "is not JSON" : "is empty",
          },
        ]
      : violationsOf(validatePortalLinkResponse, body);
  const link = asRecord(body).result as PortalLink;
  const isTolerated = ({ rule }: ContractViolation) =>
    TOLERATED_KEYWORDS.test(rule);
  // Every value is now what its type says, or the rest does not matter.
  if (violations.every(isTolerated))
    violations.push(...linkViolations(link, request, baseUrl));
  if (!violations.every(isTolerated))
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
  return link;
}

/** What no schema can say: how the link follows the request, and that it can be used. */
function linkViolations(
  link: PortalLink,
  request: PortalLinkRequest,
  baseUrl: string,
): ContractViolation[] {
  const violations: ContractViolation[] = [];
  for (const field of ["customer_id", "subscription_id"] as const) {
    if (link[field] !== request[field])
      violations.push({
        field: `result.${field}`,
        rule: "matchesRequest",
        message: "must be as in the request",
      });
  }
  if (!isUsable(link.link_url, baseUrl))
    violations.push({
      field: "result.link_url",
      rule: "usableLink",
      message: "must be an absolute https URL",
    });
  return violations;
}

/** Customers are redirected there: https, or http where the API itself is on loopback, and nothing that could end a header. */
function isUsable(link: string, baseUrl: string): boolean {
  return (
    /^https?:\/\/[^\s\p{Cc}]+$/iu.test(link) &&
    URL.canParse(link) &&
    (/^https:/i.test(link) || isLoopback(baseUrl))
  );
}
