import type { FieldPath } from "../contract/generated.js";
import { valueAt } from "../contract/field-path.js";
import { violationsOf } from "../contract/violations.js";
import { breakRule } from "./break-rule.js";
import type { Contract } from "./contract.js";
import { EVERY_VALUE, idOf } from "./rules.js";
import { fieldOf, sampleOf, schemaRules, withField } from "./schema-rules.js";

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

/** Whom the requests are about. */
export interface Account {
  customerId: string;
  /** Without one, what needs it is not sent. */
  subscriptionId: string | undefined;
}

export interface Plan {
  probes: Probe[];
  /** The examples that are not sent, because they need a subscription. */
  notSent: string[];
}

/** The requests that verify sends, in their order, found by walking the contract. */
export function planOf(contract: Contract, account: Account): Plan {
  const { request, examples, operation } = contract;
  const ids = accountFields(contract, account);
  const prepared = Object.entries(examples).map(([name, { value }]) => ({
    name,
    message: withAccount(contract, value, ids),
  }));
  const sendable = prepared.filter(
    ({ message }) => violationsOf(operation.request, message).length === 0,
  );
  const valid = sendable.filter(({ name }) =>
    ids.every(
      ({ path, id }) =>
        id !== undefined || valueAt(examples[name]?.value, path) === undefined,
    ),
  );
  const base = withAccount(contract, sampleOf(request), ids);
  const accepted = valid.map(({ name, message }): Probe => {
    const must = `The example ${name} must be accepted.`;
    return success(name, must, `accepted.${name}`, message);
  });
  const [first] = accepted;
  const again = first && { ...first, title: `${first.title} again` };
  const seen = valid.map(({ message }) => message);
  const values = everyValue(contract, base, seen).map((message, index) =>
    success(
      `every value, ${index + 1}`,
      EVERY_VALUE,
      "accepted.everyValue",
      message,
    ),
  );
  return {
    probes: [
      ...accepted.slice(0, 1),
      ...(again ? [again] : []),
      ...accepted.slice(1),
      ...values,
      ...credentialProbes(base),
      ...brokenRequests(contract, base),
    ],
    notSent: prepared
      .map(({ name }) => name)
      .filter((name) => !valid.some((sent) => sent.name === name)),
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

/** The echoed fields name whom a request is about: the required one the customer, the first optional one the subscription. */
function accountFields(
  { request, operation }: Contract,
  { customerId, subscriptionId }: Account,
): { path: FieldPath; id: string | undefined }[] {
  const optional = [subscriptionId];
  return operation.echoes.map(({ request: path }) => ({
    path,
    id: request.required?.includes(path[0] ?? "")
      ? customerId
      : optional.shift(),
  }));
}

/** What looks like an id, as `pro_abc123` does, and is nobody's. */
const ID = /^[a-z]+_\w+$/;

/** An example, of this account: with its ids, and without the ids of others. */
function withAccount(
  { request }: Contract,
  example: unknown,
  ids: readonly { path: FieldPath; id: string | undefined }[],
): unknown {
  const named = ids.reduce(
    (message, { path, id }) =>
      valueAt(message, path) === undefined
        ? message
        : withField(request, message, path, () => id),
    example,
  );
  const known = new Set<unknown>([
    ...ids.map(({ id }) => id),
    ...schemaRules(request).flatMap(({ schema }) => schema.enum ?? []),
  ]);
  const keep = (value: unknown): unknown => {
    if (typeof value === "string")
      return ID.test(value) && !known.has(value) ? undefined : value;
    if (typeof value !== "object" || value === null) return value;
    if (!Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, keep(one)]),
      );
    const rest = value.map(keep).filter((one) => one !== undefined);
    return rest.length > 0 ? rest : undefined;
  };
  // Leaves out what became undefined.
  return JSON.parse(JSON.stringify(keep(named)));
}

/**
 * Requests that have each value of an enumeration, true and false at least once, in as few as possible. false travels alone:
 * which settings contradict each other is not documented.
 */
function everyValue(
  { request }: Contract,
  base: unknown,
  seen: readonly unknown[],
): unknown[] {
  const fields = schemaRules(request).filter(
    ({ keyword, schema, path }) =>
      !path.includes("[]") &&
      !path.includes("*") &&
      (keyword === "enum" || (keyword === "type" && schema.type === "boolean")),
  );
  const untried = fields.map(({ path, schema }) => ({
    path,
    values: (schema.enum ?? [true, false]).filter(
      (value) => !seen.some((message) => valueAt(message, path) === value),
    ),
  }));
  return [true, false].flatMap((isFalse) => {
    const left = untried.map(({ path, values }) => ({
      path,
      values: values.filter((value) => (value === false) !== isFalse),
    }));
    const rounds = Math.max(0, ...left.map(({ values }) => values.length));
    return Array.from({ length: rounds }, (_, round) =>
      left
        .filter(({ values }) => round < values.length)
        .reduce(
          (message, { path, values }) =>
            withField(request, message, path, () => values[round]),
          base,
        ),
    );
  });
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
