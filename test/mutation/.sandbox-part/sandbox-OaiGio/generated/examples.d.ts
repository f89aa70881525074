// @ts-nocheck
// Generated from openapi/ by `npm run generate`. Do not edit.
import type { FieldPath } from "./operations.js";
import type { components } from "./schema.js";

type Schemas = components["schemas"];

/** The bodies of an operation's messages: name → body. */
export interface Examples<
  Request, RequestName extends string,
  Success, SuccessName extends string,
  Failure, FailureName extends string,
> {
  request: Readonly<Record<RequestName, Request>>;
  success: Readonly<Record<SuccessName, Success>>;
  failure: Readonly<Record<FailureName, Failure>>;
  /** The fields of a success that differ each time. */
  fresh: { ids: readonly FieldPath[]; times: readonly FieldPath[] };
}

export declare const examples: {
  createPortalLink: Examples<Schemas["PortalLinkRequest"], "noSubscription" | "subscription" | "advancedSettings", Schemas["PortalLinkResponse"], "noSubscription" | "subscription" | "advancedSettings", Schemas["ErrorResponse"], "invalidApiKey" | "validationFailed" | "recordNotFound" | "invalidBodyLayout">;
};
