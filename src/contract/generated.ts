// The one door to generated code: names go in here as generated and leave as the package's own.
import type { components, paths } from "../../generated/schema.js";

export { examples } from "../../generated/examples.js";
export {
  cancelTypes,
  operations,
  serverUrl,
} from "../../generated/operations.js";
export type { FieldPath, Operation } from "../../generated/operations.js";
export {
  ErrorResponse as validateErrorResponse,
  PortalLinkRequest as validatePortalLinkRequest,
  PortalLinkResponse as validatePortalLinkResponse,
} from "../../generated/validators.js";
export type { ValidationError, Validator } from "../../generated/validators.js";
export type { paths };

type Schemas = components["schemas"];
export type CancelType = Schemas["CancelType"];
export type ErrorDetail = Schemas["ErrorDetail"];
export type ErrorResponse = Schemas["ErrorResponse"];
export type FieldError = Schemas["FieldError"];
export type PortalLink = Schemas["PortalLink"];
export type PortalLinkRequest = Schemas["PortalLinkRequest"];
export type PortalLinkResponse = Schemas["PortalLinkResponse"];
export type PortalSettings = Schemas["PortalSettings"];
