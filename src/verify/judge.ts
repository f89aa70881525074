import {
  validateErrorResponse,
  validatePortalLinkRequest,
} from "../contract/generated.js";
import { judgeResponse, type LinkRules } from "../contract/judge.js";
import { asRecord } from "../contract/values.js";
import { issuesOf, violationsOf } from "../contract/violations.js";
import type { Probe } from "./cases.js";
import {
  judgeFields,
  linkViolations,
  type Observation,
} from "./judge-fields.js";
import type { ProviderResponse } from "./send.js";

/** `foreign` is none of the API's envelopes: a fault, or the word of something in front of the API. */
type Kind = "success" | "failure" | "foreign";

export interface Exchange {
  probe: Probe;
  response: ProviderResponse;
  kind: Kind;
  observations: Observation[];
}

/** Judges the responses of one run, in their order. */
export function createJudge(links: LinkRules) {
  /** Field → the values that came before. */
  const seen = new Map<string, Set<unknown>>();

  return (probe: Probe, response: ProviderResponse): Exchange => {
    const { status, headers } = response;
    const isOk = status >= 200 && status <= 299;
    // By the body alone, because a success may come under the status of a failure.
    const judged = { ...response, status: 200 };
    const { body, violations } = judgeResponse(probe.body, judged, links);
    const unread = violations.find(({ rule }) => rule === "body")?.message;
    const kind = unread ? "foreign" : kindOf(body, isOk);
    const observations = [decisionOf(probe, kind, isOk)];
    const exchange = { probe, response, kind, observations };
    // The response to a request that was wrongly accepted is not judged further.
    if (kind === "success" && !probe.isValid) return exchange;
    const tell = (keyword: string, isKept: boolean, text: string) =>
      observations.push({
        id: `response.${keyword}`,
        cause: isKept ? "" : text,
      });
    tell("json", !unread, `A response ${unread}.`);
    if (unread) return exchange;
    const type = headers.get("content-type") ?? "";
    const isJson = /^application\/json\s*(;|$)/i.test(type);
    tell("mediaType", isJson, "A response is not declared as JSON.");
    const isLink = kind === "success" || (kind === "foreign" && isOk);
    if (probe.isValid && isLink) {
      tell("httpStatus", isOk, `A success came under HTTP ${status}.`);
      const found = linkViolations(probe, body, response, links, seen);
      observations.push(...judgeFields("response", body, found));
    } else {
      const found = violationsOf(validateErrorResponse, body);
      observations.push(...judgeFields("failure", body, found));
    }
    return exchange;
  };
}

/** What a body is, or is meant to be. */
function kindOf(body: unknown, isOk: boolean): Kind {
  const { status, result, error_code, error_message } = asRecord(body);
  const hasLink = typeof asRecord(result).link_url === "string";
  const isMeant = typeof result === "object" && result !== null;
  if (status !== false && (hasLink || (isMeant && status === true)))
    return "success";
  if ((error_code ?? error_message ?? null) !== null) return "failure";
  if (hasLink || (isMeant && isOk && status !== false)) return "success";
  return status === false ? "failure" : "foreign";
}

/** Whether a request was accepted or refused as it has to be. */
function decisionOf(probe: Probe, kind: Kind, isOk: boolean): Observation {
  const { id, isValid, credentials } = probe;
  if (kind === (isValid ? "success" : "failure")) return { id };
  // Who looks at credentials may stand in front of the API.
  if (credentials !== "right" && kind === "foreign" && !isOk) return { id };
  if (kind === "success") return { id, cause: `Accepted ${mistakeIn(probe)}.` };
  if (!isValid || (kind === "foreign" && isOk))
    return { id, why: "The response was not in the API's format." };
  const how = kind === "foreign" ? ", and not in the API's format" : "";
  const name = id.split(".").at(-1);
  return { id, cause: `Refused a valid request (${name})${how}.` };
}

/** What should have been refused: in the same words wherever the same value breaks the same rule. */
function mistakeIn({ id, title, body, credentials }: Probe): string {
  if (credentials !== "right") return "credentials that are not the right ones";
  const violation = issuesOf(validatePortalLinkRequest, body).find(({ rule }) =>
    id.endsWith(`.${rule}`),
  );
  const { path = [], rule, message } = violation ?? {};
  const value = path.reduce<unknown>((at, step) => asRecord(at)[step], body);
  if (rule === "additionalProperties") return `a field that ${message}`;
  return violation && value !== undefined
    ? `${JSON.stringify(value)}, which ${message}`
    : `a request with ${title}`;
}
