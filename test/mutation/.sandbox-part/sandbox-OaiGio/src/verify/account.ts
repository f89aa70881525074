// @ts-nocheck
import { valueAt } from "../contract/field-path.js";
import { violationsOf } from "../contract/violations.js";
import type { Contract } from "./contract.js";
import { schemaRules, withField } from "./schema-rules.js";

/** Whom the requests are about. */
export interface Account {
  customerId: string;
  /** Without one, what needs it is not sent. */
  subscriptionId: string | undefined;
}

/** What looks like an id, as `pro_abc123` does. */
const ID = /^[a-z]+_\w+$/;

/**
 * Makes an example a request of this account: with its ids, and without those that are nobody's.
 *
 * @returns a function, whose result is `undefined` when the example needs an id that the account does not give.
 */
export function forAccount(
  { request, operation }: Contract,
  { customerId, subscriptionId }: Account,
): (example: unknown) => unknown {
  // The echoed fields name whom a request is about: the required one the customer, the first optional one the subscription.
  const optional = [subscriptionId];
  const ids = operation.echoes.map(({ request: path }) => ({
    path,
    id: request.required?.includes(path[0] ?? "")
      ? customerId
      : optional.shift(),
  }));
  const known = new Set<unknown>([
    ...ids.map(({ id }) => id),
    ...schemaRules(request).flatMap(({ schema }) => schema.enum ?? []),
  ]);
  const own = (value: unknown): unknown => {
    if (typeof value === "string")
      return ID.test(value) && !known.has(value) ? undefined : value;
    if (Array.isArray(value)) {
      const kept = value.map(own).filter((one) => one !== undefined);
      return kept.length > 0 ? kept : undefined;
    }
    if (typeof value !== "object" || value === null) return value;
    const fields = Object.entries(value).map(([name, one]) => [name, own(one)]);
    return Object.fromEntries(fields.filter(([, one]) => one !== undefined));
  };
  return (example) => {
    const used = ids.filter(({ path }) => valueAt(example, path) !== undefined);
    const named = used.reduce(
      (message, { path, id }) => withField(request, message, path, () => id),
      example,
    );
    const message = own(named);
    const isComplete =
      used.every(({ id }) => id !== undefined) &&
      violationsOf(operation.request, message).length === 0;
    return isComplete ? message : undefined;
  };
}
