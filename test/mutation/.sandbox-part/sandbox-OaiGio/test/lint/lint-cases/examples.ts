// @ts-nocheck
import type { LintCase } from "./lint-case.js";

const path = "openapi/paths/customer-portal_link.yaml";
const examples = "openapi/components/examples";
const responses = "openapi/components/responses";

/** Mistakes in examples. */
export const EXAMPLES: Record<string, LintCase> = {
  "a request example that breaks its schema": {
    edit: [
      `${examples}/PortalLinkRequest.subscription.yaml`,
      "sub_abc123",
      "1",
    ],
    says: "",
  },
  "a request example without a response example of its name": {
    edit: [
      `${responses}/PortalLinkCreated.yaml`,
      /\n {6}subscription:\n.*/,
      "",
    ],
    at: [path, "subscription:"],
    says: "Request example `subscription` has no response example of its name: add `PortalLinkResponse.subscription.yaml`",
  },
  "a response example without a request example of its name": {
    edit: [path, /\n {10}subscription:\n.*/, ""],
    at: [`${responses}/PortalLinkCreated.yaml`, "subscription:"],
    says: "Response example `subscription` has no request example of its name: add `PortalLinkRequest.subscription.yaml`",
  },
  "subscription_id in the response example only": {
    edit: [
      `${examples}/PortalLinkRequest.subscription.yaml`,
      "  subscription_id: sub_abc123\n",
      "",
    ],
    at: [path, "subscription:"],
    says: "Example `subscription` has nothing at `$request.body#/subscription_id` and sub_abc123 at `$response.body#/result/subscription_id`, which echoes it",
  },
  "subscription_id in the request example only": {
    edit: [
      `${examples}/PortalLinkResponse.subscription.yaml`,
      "    subscription_id: sub_abc123\n",
      "",
    ],
    at: [path, "subscription:"],
    says: "Example `subscription` has sub_abc123 at `$request.body#/subscription_id` and nothing at `$response.body#/result/subscription_id`",
  },
  "an example answered with another customer": {
    edit: [
      `${examples}/PortalLinkResponse.noSubscription.yaml`,
      "customer_id: cus_abc123",
      "customer_id: cus_other",
    ],
    at: [path, "noSubscription:"],
    says: "Example `noSubscription` has cus_abc123 at `$request.body#/customer_id` and cus_other at `$response.body#/result/customer_id`",
  },
  "an example under another scenario's name": {
    edit: [
      path,
      "PortalLinkRequest.subscription.yaml",
      "PortalLinkRequest.advancedSettings.yaml",
    ],
    says: "Example `subscription` of `PortalLinkRequest` lives in a file of its own",
  },
  "an example without a summary": {
    edit: [`${examples}/ErrorResponse.recordNotFound.yaml`, /summary.*\n/, ""],
    at: "value:",
    says: "An example has a `summary` that says why it exists",
  },
  "an example with an empty summary": {
    edit: [
      `${examples}/ErrorResponse.recordNotFound.yaml`,
      /summary.*\n/,
      'summary: ""\n',
    ],
    says: "An example has a `summary` that says why it exists",
  },
};
