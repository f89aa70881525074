// The one door to generated code: names go in here as generated and leave as the package's own.
import type { components, paths } from "../../generated/schema.js";

export {
  cancelTypes,
  failureExamples,
  linkExamples,
  serverUrl,
} from "../../generated/constants.js";
export {
  ErrorResponse as validateErrorResponse,
  PortalLinkRequest as validatePortalLinkRequest,
  PortalLinkResponse as validatePortalLinkResponse,
} from "../../generated/validators.js";
export type { Validator } from "../../generated/validators.js";
export type { paths };

/** The one URL, below the server's. */
export const PATH = "/customer-portal/link" satisfies keyof paths;

type Schemas = components["schemas"];
export type CancelType = Schemas["CancelType"];
export type ErrorDetail = Schemas["ErrorDetail"];
export type ErrorResponse = Schemas["ErrorResponse"];
export type FieldError = Schemas["FieldError"];
export type PortalLink = Schemas["PortalLink"];
export type PortalLinkRequest = Schemas["PortalLinkRequest"];
export type PortalLinkResponse = Schemas["PortalLinkResponse"];
export type PortalSettings = Schemas["PortalSettings"];
