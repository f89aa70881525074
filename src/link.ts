import { isLoopback } from "./base-url.js";
import {
  validatePortalLinkResponse,
  type PortalLink,
  type PortalLinkRequest,
} from "./contract.js";
import { KwikContractError } from "./errors.js";
import { apiError } from "./failure.js";
import { fieldsOf } from "./fields-of.js";
import { parsed } from "./parsed.js";
import { detailsOf, type Redact } from "./redact.js";
import type { Answer } from "./transport.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "./violations.js";

/** Breaking one of these leaves every value what its type says: the link works, and is worth more than the rule. */
const BENDING = /^(maxLength|format)$/;

/** Takes the link out of an answer, or throws what the answer says instead. */
export function readLink(
  answer: Answer,
  request: PortalLinkRequest,
  baseUrl: string,
  redact: Redact,
  onContractViolation: ((violation: ContractViolation) => void) | undefined,
): PortalLink {
  const body = parsed(answer.body);
  // The HTTP status of a failure is not documented, so the envelope decides before it.
  if (!answer.ok || fieldsOf(body).status === false) {
    // In JSON a slash may be written as \/, which would hide a link from redaction.
    throw apiError(
      parsed(redact(answer.body.replaceAll("\\/", "/"))),
      detailsOf(answer, redact),
    );
  }
  const violations: ContractViolation[] =
    body === undefined
      ? [
          {
            field: "",
            rule: "body",
            message: answer.body ? "is not JSON" : "is empty",
          },
        ]
      : violationsOf(validatePortalLinkResponse, body);
  const link = fieldsOf(body).result as PortalLink;
  const bends = ({ rule }: ContractViolation) => BENDING.test(rule);
  // Every value is now what its type says, or the rest does not matter.
  if (violations.every(bends))
    violations.push(...linkViolations(link, request, baseUrl));
  if (!violations.every(bends))
    throw new KwikContractError(`The answer: ${sentenceOf(violations)}.`, {
      violations,
      ...detailsOf(answer, redact),
    });
  for (const bent of violations) {
    try {
      onContractViolation?.(bent);
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
