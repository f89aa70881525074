export { createKwikClient } from "./client/create-kwik-client.js";
export type { KwikClient } from "./client/create-kwik-client.js";
export type { KwikClientOptions } from "./client/options.js";
export type {
  CallOptions,
  CreatePortalLink,
} from "./client/create-portal-link.js";
export { cancelTypes } from "./contract/generated.js";
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
} from "./contract/generated.js";
export {
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikError,
  KwikTimeoutError,
} from "./client/errors.js";
export type { KwikAttempt } from "./client/kwik-attempt.js";
export type { ContractViolation } from "./contract/violations.js";
