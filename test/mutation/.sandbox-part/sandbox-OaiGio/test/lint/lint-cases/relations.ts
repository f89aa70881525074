// @ts-nocheck
import type { LintCase } from "./lint-case.js";

const path = "openapi/paths/customer-portal_link.yaml";
const request = "$request.body#/customer_id";
const echo = `$response.body#/result/customer_id: ${request}`;

/** Mistakes in the echoes, the secrets and the rules that are our own. */
export const RELATIONS: Record<string, LintCase> = {
  "an echo of a field that is not there": {
    edit: [path, request, "$request.body#/customer"],
    says: "`$request.body#/customer` leads nowhere: the request has no field `customer` there. Its fields are customer_id, subscription_id, settings.",
  },
  "an echo of another type": {
    edit: [path, request, "$request.body#/settings"],
    says: "An echo has one type: the response says string, the request object.",
  },
  "an echo that is required on one side alone": {
    edit: [path, request, "$request.body#/subscription_id"],
    says: "Both sides of an echo are required, or both are optional: the response's field is required, the request's is optional.",
  },
  "an echo that is no expression": {
    edit: [path, request, "customer_id"],
    at: "result/customer_id: customer_id",
    says: "`customer_id` is not an expression of this contract: write `$request.body#/…`",
  },
  "an echo the wrong way round": {
    edit: [path, echo, echo.replace(/(\S+): (\S+)/, "$2: $1")],
    says: "An echo says which field of the response has the value of which field of the request",
  },
  "a secret that is not there": {
    edit: [path, "result/session_id", "result/session"],
    says: "`$response.body#/result/session` leads nowhere",
  },
  "a secret that is no string": {
    edit: [
      path,
      "- $response.body#/result/session_id",
      "- $response.body#/result",
    ],
    says: "`x-secrets` lists strings: `$response.body#/result` is of type object.",
  },
  "a unique field that is not there": {
    edit: [path, "- $response.body#/result/id\n", "- $response.body#/id\n"],
    says: "`$response.body#/id` leads nowhere: the response has no field `id` there. Its fields are status, result.",
  },
  "an expiry that is not there": {
    edit: [path, "result/expires_at", "result/expires"],
    says: "`$response.body#/result/expires` leads nowhere",
  },
  "an own rule that the schema does not state": {
    edit: [path, "redirect_url: format", "redirect_url: pattern"],
    says: "`$request.body#/settings/redirect_url` has no keyword `pattern`: name one that the schema states there, such as type, format,",
  },
  "an own rule of a field that is not there": {
    edit: [path, "$request.body#/settings:", "$request.body#/setting:"],
    says: "`$request.body#/setting` leads nowhere",
  },
};
