// Generated from openapi/ by `npm run generate`. Do not edit.
import type { PortalLinkRequest, PortalLinkResponse, ErrorResponse } from "./schema.js";

export const version = "0.1.0" as const;
export const serverUrl = "https://api.kwik.co.za/2.0" as const;
export const echoes = {"customer_id":"customer_id","subscription_id":"subscription_id"} as const;
export const secrets = ["session_id","link_url"] as const;
export const requiredTexts = ["id","session_id","customer_id","link_url","expires_at"] as const;
export const portalPath = "/portal" as const;
export const requestFields = ["customer_id","subscription_id","settings","show_invoices","show_billing_info","allow_update_billing_info","allow_cancel","cancel_type","allow_switch_plan","products_ids","redirect_url","page_title"] as const;
export const cancelTypes = ["NOW","AFTER_BILLING_PERIOD"] as const;

/** Example name → body. */
export const examples = {
  request: {
    "noSubscription": {"customer_id":"cus_abc123"},
    "subscription": {"customer_id":"cus_abc123","subscription_id":"sub_abc123"},
    "advancedSettings": {"customer_id":"cus_abc123","subscription_id":"sub_abc123","settings":{"show_invoices":true,"show_billing_info":true,"allow_update_billing_info":true,"allow_cancel":true,"cancel_type":"AFTER_BILLING_PERIOD","allow_switch_plan":true,"products_ids":["pro_abc123","pro_def456"],"redirect_url":"https://my-portal.site.com","page_title":"My SaaS business"}},
  } satisfies Record<string, PortalLinkRequest>,
  response: {
    "noSubscription": {"status":true,"result":{"id":"cpl_8sWmTq2ZyLr5vKd0NbXfA","session_id":"ses_Jc4-uPz7RkVhQe1YtMwB9","customer_id":"cus_abc123","link_url":"https://pay.kwik.co.za/portal/Kq3vZt7RyNc0WmXe5HsLb2PdUfA","expires_at":"2026-03-13T12:30:00Z"}},
    "subscription": {"status":true,"result":{"id":"cpl_HVpCeoNys1f22X7QcuWHY","session_id":"ses_G-xkVKoxHgEBrY8suKgR3","customer_id":"cus_abc123","subscription_id":"sub_abc123","link_url":"https://pay.kwik.co.za/portal/a0oDxntJxWlA8LjfOR9bgck9C4w","expires_at":"2026-03-13T12:30:00Z"}},
    "advancedSettings": {"status":true,"result":{"id":"cpl_Tn6Gx0QwZbVy3JrLe9KcM","session_id":"ses_pD2_hXs8FvNaU5mCqYk7E","customer_id":"cus_abc123","subscription_id":"sub_abc123","link_url":"https://pay.kwik.co.za/portal/x7PbRm1VtQe9ZkWd4YcLs6HnJgU","expires_at":"2026-03-13T12:30:00Z"}},
  } satisfies Record<string, PortalLinkResponse>,
  failure: {
    "invalidApiKey": {"status":false,"error_code":"001","error_message":"Invalid API key provided"},
    "validationFailed": {"status":false,"error_code":"005","error_message":"Validation failed","error_details":[{"record":{"customer_id":"cus_abc123","settings":{"cancel_type":"LATER"}},"errors":{"settings.cancel_type":{"message":"settings.cancel_type must be NOW or AFTER_BILLING_PERIOD.","rule":"enum"}}}]},
    "recordNotFound": {"status":false,"error_code":"007","error_message":"Record not found"},
    "invalidBodyLayout": {"status":false,"error_code":"002","error_message":"Invalid body layout"},
  } satisfies Record<string, ErrorResponse>,
};
