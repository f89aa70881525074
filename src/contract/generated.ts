// The one door to generated code: names go in here as generated and leave as the package's own.
export {
  cancelTypes,
  echoes,
  examples,
  portalPath,
  requestFields,
  requiredTexts,
  secrets,
  serverUrl,
  version,
} from "../../generated/contract.js";
export {
  ErrorResponse as validateErrorResponse,
  PortalLinkRequest as validatePortalLinkRequest,
  PortalLinkResponse as validatePortalLinkResponse,
} from "../../generated/validators.js";
export { default as contractCases } from "../../generated/cases.json" with { type: "json" };
export type { AjvError, Validator } from "../../generated/validators.js";
export type * from "../../generated/schema.js";
