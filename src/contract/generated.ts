// The one door to generated code: names go in here as generated and leave as the package's own.
export { examples } from "../../generated/examples.js";
export {
  cancelTypes,
  failures,
  operations,
  serverUrl,
} from "../../generated/operations.js";
export type { FieldPath, Operation } from "../../generated/operations.js";
export {
  ErrorResponse as validateErrorResponse,
  PortalLinkRequest as validatePortalLinkRequest,
  PortalLinkResponse as validatePortalLinkResponse,
} from "../../generated/validators.js";
export type { Validator } from "../../generated/validators.js";
export type { CreatePortalLink } from "../../generated/calls.js";

export type {
  CancelType,
  ErrorDetail,
  ErrorResponse,
  FieldError,
  PortalLink,
  PortalLinkRequest,
  PortalLinkResponse,
  PortalSettings,
  paths,
} from "../../generated/schema.js";
