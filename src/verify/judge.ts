import { tryParseJson } from "../contract/json.js";
import { judgeResponse } from "../contract/judge-response.js";
import { violationsOf } from "../contract/violations.js";
import type { Contract } from "./contract.js";
import { judgeBody } from "./judge-body.js";
import type { Probe } from "./probes.js";
import type { Rule } from "./rules.js";
import type { ProviderResponse } from "./send.js";

/** A request and what came back. */
export interface Exchange {
  probe: Probe;
  response: ProviderResponse;
  /** Where it was sent: on loopback a link may be http. */
  baseUrl: string;
}

/** What one exchange says about one rule. */
export interface Observation {
  rule: string;
  /** How it is broken, in a sentence that holds no text of the provider's; absent when it is kept. */
  broken?: string | undefined;
}

export interface Judged {
  isAccepted: boolean;
  observations: Observation[];
}

/** What an exchange says about every rule that it can tell of. */
export function judge(
  contract: Contract,
  rules: readonly Rule[],
  { probe, response, baseUrl }: Exchange,
): Judged {
  const { operation, mediaType } = contract;
  const { status, unreadable = response.body ? "is not JSON" : "is empty" } =
    response;
  const { expects } = probe;
  const request = tryParseJson(probe.body);
  const judgeAs = (status: number) =>
    judgeResponse(operation, request, { ...response, status }, baseUrl);
  const { kind, body } = judgeAs(status);
  // What was asked for must come; what must be refused is accepted only by what is a success, under any HTTP status.
  const isAccepted =
    kind !== "failure"
      ? expects === "success" || isSuccess(contract, body)
      : isSuccess(contract, body) &&
        (expects !== "refusal" ||
          violationsOf(operation.success, body).length === 0);
  const decided = probe.rules.map((rule) => ({ rule }));
  // Which of two broken rules it was refused for, nobody knows.
  const kept = decided.length > 1 ? [] : decided;
  if (expects === (isAccepted ? "refusal" : "success")) {
    const what = `${isAccepted ? "accepted" : "refused"} (HTTP ${status})`;
    const broken = `${probe.must} It was ${what}.`;
    return {
      isAccepted,
      observations: decided.map(({ rule }) => ({ rule, broken })),
    };
  }
  if (body === undefined)
    return {
      isAccepted: false,
      observations: [
        { rule: "response.json", broken: `A response ${unreadable}.` },
        // It was refused, if not as it should be.
        ...(expects === "refusal" && kind === "failure" ? kept : []),
      ],
    };
  const [type = ""] = response.mediaType.split(";");
  const isDeclared = type.trim().toLowerCase() === mediaType;
  const observations: Observation[] = [
    ...(expects === "either" && !isAccepted ? [] : kept),
    { rule: "response.json" },
    {
      rule: "response.mediaType",
      broken: isDeclared ? undefined : `A response is not ${mediaType}.`,
    },
  ];
  if (!isAccepted) {
    const violations = violationsOf(contract.validateFailure, body);
    const judged = judgeBody(contract, rules, "failure", body, violations);
    return { isAccepted, observations: [...observations, ...judged] };
  }
  const judgement = judgeAs(operation.status);
  const isFailure = judgement.kind === "failure";
  const violations = isFailure
    ? violationsOf(operation.success, body)
    : judgement.violations;
  const broken =
    kind === "failure" && !isFailure
      ? `A success came under HTTP ${status}.`
      : undefined;
  return {
    isAccepted,
    observations: [
      ...observations,
      { rule: "response.httpStatus", broken },
      ...judgeBody(contract, rules, "response", body, violations, response.at),
    ],
  };
}

/** Whether a body is a success, or meant to be one. */
function isSuccess(
  { success, failure, operation }: Contract,
  body: unknown,
): boolean {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return false;
  const names = ({ properties = {} }: Contract["success"]) =>
    Object.keys(properties);
  const has = (fields: string[], others: string[]) =>
    fields.some((field) => !others.includes(field) && field in body);
  const hasResult = has(names(success), names(failure));
  if (hasResult !== has(names(failure), names(success))) return hasResult;
  // The fields of both, or of neither: those that both kinds have decide.
  return !violationsOf(operation.success, body).some(
    ({ field }) =>
      names(success).includes(field) && names(failure).includes(field),
  );
}
