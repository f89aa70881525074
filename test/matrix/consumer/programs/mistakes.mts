import { createKwikClient } from "kwik-portal-link";

const kwik = createKwikClient();
const customer_id = "cus_mine";

void kwik.createPortalLink({});
void kwik.createPortalLink({ customer_id, settings: { cancel_type: "now" } });
void kwik.createPortalLink({ customer_id, settings: { show_invoice: true } });
void kwik.createPortalLink({ customer_id: null });
