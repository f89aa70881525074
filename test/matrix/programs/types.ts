// What users export: each type that the compiler infers must have a name that a declaration can write.
import {
  cancelTypes,
  createKwikClient,
  type CancelType,
  type PortalLinkRequest as Request,
} from "kwik-portal-link";
import { createMockHandler, startMockServer } from "kwik-portal-link/mock";
import * as validators from "kwik-portal-link/validate";

export const schema = validators.PortalLinkRequest;
export const schemas = { ...validators };
export const cancelType: CancelType = cancelTypes[0];
export const mock = createMockHandler();
export const start = () => startMockServer();
export const kwik = createKwikClient({ fetch: mock });
export const { api } = kwik;

export function parse(value: unknown) {
  const result = schema["~standard"].validate(value);
  if (result.issues) throw new Error(result.issues[0]?.message);
  return result.value;
}

export const createLink = (request: Request) => kwik.createPortalLink(request);
export const post = (body: Request) =>
  api.POST("/customer-portal/link", { body });
