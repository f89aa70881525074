import {
  cancelTypes,
  createKwikClient,
  KwikApiError,
  type CancelType,
  type PortalLinkRequest,
} from "kwik-portal-link";
import { createMockHandler } from "kwik-portal-link/mock";
import * as validators from "kwik-portal-link/validate";

const kwik = createKwikClient({ fetch: createMockHandler() });
const cancel_type: CancelType = cancelTypes[0];

export async function use(request: PortalLinkRequest): Promise<string> {
  const body = { customer_id: "cus_mine", settings: { cancel_type } };
  const { data } = await kwik.api.POST("/customer-portal/link", { body });
  const { issues } = validators.PortalLinkRequest["~standard"].validate(data);
  try {
    const { link_url } = await kwik.createPortalLink(request);
    return link_url;
  } catch (error) {
    if (error instanceof KwikApiError) return error.code ?? "";
    return String(issues);
  }
}
