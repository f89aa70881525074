export { createKwikClient } from "./client.js";
export type { KwikClient, KwikClientOptions } from "./client.js";
export type { CallOptions, CreatePortalLink } from "./create-portal-link.js";
export { cancelTypes } from "./contract.js";
export type {
  CancelType,
  ErrorDetail,
  ErrorResponse,
  FieldError,
  paths,
  PortalLink,
  PortalLinkRequest,
  PortalLinkResponse,
  PortalSettings,
} from "./contract.js";
export {
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikError,
  KwikTimeoutError,
} from "./errors.js";
export type { ContractViolation } from "./violations.js";
