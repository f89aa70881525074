// Generated from openapi/ by `npm run generate`. Do not edit.
import type { components } from "./schema.js";

export declare const serverUrl: "https://api.kwik.co.za/2.0";
export declare const cancelTypes: readonly ["NOW","AFTER_BILLING_PERIOD"];
/** Scenario → answer. */
export declare const linkExamples: Readonly<Record<"noSubscription" | "subscription" | "advancedSettings", components["schemas"]["PortalLinkResponse"]>>;
/** Name → answer. */
export declare const failureExamples: Readonly<Record<"invalidApiKey" | "validationFailed" | "recordNotFound" | "invalidBodyLayout", components["schemas"]["ErrorResponse"]>>;
