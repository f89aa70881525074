// @ts-nocheck
import { forAccount, type Account } from "./account.js";
import { breakRule } from "./break-rule.js";
import type { Contract } from "./contract.js";
import { everyValue } from "./every-value.js";
import { EVERY_VALUE, idOf } from "./rules.js";
import { fieldOf, sampleOf, schemaRules } from "./schema-rules.js";

/** What an Authorization header has. */
export type Credentials =
  "right" | "none" | "wrong key" | "wrong secret" | "malformed";

/** A request, and what a provider that keeps the contract does with it. */
export interface Probe {
  /** What it sends, for a person. */
  title: string;
  /** What has to happen, in a sentence. */
  must: string;
  /** `either`, where a recorded request may have been refused for a reason that is not recorded. */
  expects: "success" | "refusal" | "either";
  /** The rules that the answer decides. */
  rules: readonly string[];
  credentials: Credentials;
  /** As sent; empty for no body. */
  body: string;
}

export interface Plan {
  probes: Probe[];
  /** The examples that are not sent, because they need a subscription. */
  notSent: string[];
}

/** The requests that verify sends, in their order, found by walking the contract. */
export function planOf(contract: Contract, account: Account): Plan {
  const { request, examples } = contract;
  const own = forAccount(contract, account);
  const base = own(sampleOf(request));
  if (base === undefined) return { probes: [], notSent: Object.keys(examples) };
  const messages = Object.entries(examples).map(
    ([name, { value }]) => [name, own(value)] as const,
  );
  const sent = messages.filter(([, message]) => message !== undefined);
  const accepted = sent.map(([name, message]) =>
    success(
      name,
      `The example ${name} must be accepted.`,
      `accepted.${name}`,
      message,
    ),
  );
  const seen = sent.map(([, message]) => message);
  const values = everyValue(contract, base, seen).map((message, index) =>
    success(
      `every value, ${index + 1}`,
      EVERY_VALUE,
      "accepted.everyValue",
      message,
    ),
  );
  const again = accepted
    .slice(0, 1)
    .map((first) => ({ ...first, title: `${first.title} again` }));
  return {
    probes: [
      ...accepted.slice(0, 1),
      ...again,
      ...accepted.slice(1),
      ...values,
      ...credentialProbes(base),
      ...brokenRequests(contract, base),
    ],
    notSent: messages
      .filter(([, message]) => message === undefined)
      .map(([name]) => name),
  };
}

function success(
  title: string,
  must: string,
  rule: string,
  message: unknown,
): Probe {
  const body = JSON.stringify(message);
  const rules = [rule];
  return { title, must, expects: "success", rules, credentials: "right", body };
}

function refusal(
  title: string,
  rule: string,
  body: string,
  credentials: Credentials = "right",
): Probe {
  const must = `A request with ${title} must be refused.`;
  const rules = [rule];
  return { title, must, expects: "refusal", rules, credentials, body };
}

function credentialProbes(base: unknown): Probe[] {
  const probe = (title: string, rule: string, credentials: Credentials) => ({
    ...refusal(title, rule, JSON.stringify(base), credentials),
    must: `${title} must be refused.`,
  });
  return [
    probe("A request without credentials", "auth.required", "none"),
    probe("A wrong API key", "auth.checked", "wrong key"),
    probe("A wrong API secret", "auth.checked", "wrong secret"),
    probe("A malformed Authorization header", "auth.checked", "malformed"),
  ];
}

function brokenRequests(
  { request, operation }: Contract,
  base: unknown,
): Probe[] {
  const broken = schemaRules(request).flatMap((rule) => {
    const { path, keyword } = rule;
    const whole = fieldOf(path) || "the body";
    const id = idOf("request", path, keyword);
    return breakRule(rule, request, base, operation.request).map(
      ({ value, body }) => {
        const what =
          {
            required: `no ${whole}`,
            additionalProperties: `an unknown field in ${whole}`,
          }[keyword] ?? `${whole} ${JSON.stringify(value)}`;
        return refusal(what, id, JSON.stringify(body));
      },
    );
  });
  return [refusal("no body", "request.body", ""), ...broken];
}
