import { valueAt } from "./field-path.js";
import type { FieldPath, Operation } from "./generated.js";
import { isLoopback } from "./loopback.js";
import { violationsOf, type ContractViolation } from "./violations.js";

/** Breaking one of these leaves every value what its type says: the result works, and is worth more than the rule. */
const TOLERATED_KEYWORDS =
  /^(enum|format|pattern|multipleOf|uniqueItems|(exclusive)?(min|max)\w+)$/i;

export function isTolerated({ rule }: ContractViolation): boolean {
  return TOLERATED_KEYWORDS.test(rule);
}

/**
 * How a success breaks the contract: in its schema, in its echoes of the request, or with a link that leads nowhere.
 *
 * @param baseUrl Where it came from: on loopback a link may be http.
 */
export function successViolations(
  operation: Operation,
  request: unknown,
  body: unknown,
  baseUrl: string,
): ContractViolation[] {
  const violations = violationsOf(operation.success, body);
  // Where a value is not what its type says, the rest does not matter.
  if (!violations.every(isTolerated)) return violations;
  const add = (path: FieldPath, rule: string, message: string) =>
    violations.push({ field: path.join("."), rule, message });
  for (const { response, request: from } of operation.echoes)
    if (valueAt(body, response) !== valueAt(request, from))
      add(response, "matchesRequest", "must be as in the request");
  for (const path of operation.links)
    if (!isUsable(String(valueAt(body, path)), baseUrl))
      add(path, "usableLink", "must be an absolute https URL");
  for (const path of operation.texts)
    if (!String(valueAt(body, path)).trim()) add(path, "blank", "is blank");
  return violations;
}

/** Customers are redirected there: https, or http where the API itself is on loopback, and nothing that could end a header. */
function isUsable(link: string, baseUrl: string): boolean {
  return (
    /^https?:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}]*$/iu.test(link) &&
    URL.canParse(link) &&
    (/^https:/i.test(link) || isLoopback(baseUrl))
  );
}
