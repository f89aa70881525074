// Generated from openapi/ by `npm run generate`. Do not edit.
import { PortalLinkRequest, PortalLinkResponse, ErrorResponse } from "./validators.js";

export const serverUrl = "https://api.kwik.co.za/2.0";
export const cancelTypes = ["NOW","AFTER_BILLING_PERIOD"];

export const operations = {
  createPortalLink: {
    method: "POST",
    path: "/customer-portal/link",
    status: 200,
    request: PortalLinkRequest,
    success: PortalLinkResponse,
    echoes: [{"response":["result","customer_id"],"request":["customer_id"]},{"response":["result","subscription_id"],"request":["subscription_id"]}],
    secrets: [["result","session_id"],["result","link_url"]],
    links: [["result","link_url"]],
    texts: [["result","id"],["result","session_id"],["result","customer_id"],["result","link_url"],["result","expires_at"]],
  },
};

export const failures = { createPortalLink: ErrorResponse };
