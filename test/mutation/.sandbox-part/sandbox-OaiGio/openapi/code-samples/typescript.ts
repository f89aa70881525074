// @ts-nocheck
import { createKwikClient } from "kwik-portal-link";

const kwik = createKwikClient(); // KWIK_API_KEY and KWIK_API_SECRET from the environment
const link = await kwik.createPortalLink({
  customer_id: "cus_abc123",
  settings: { allow_cancel: true, cancel_type: "AFTER_BILLING_PERIOD" },
});
// Redirect the customer to link.link_url, and keep it out of logs.
console.log("The link expires", link.expires_at);
