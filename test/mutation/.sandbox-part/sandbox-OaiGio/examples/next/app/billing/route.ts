// @ts-nocheck
import { createBillingLink } from "../../lib/create-billing-link";
import { signedInCustomer } from "../../lib/session";

export async function POST(): Promise<Response> {
  const customerId = await signedInCustomer();
  if (!customerId) return seeOther("/login");
  return seeOther(
    (await createBillingLink(customerId)) ?? "/account?billing=failed",
  );
}

/** `redirect()` of Next.js answers 307 in a route handler, and the browser would POST to the portal. */
function seeOther(location: string): Response {
  const headers = { Location: location, "Cache-Control": "no-store" };
  return new Response(null, { status: 303, headers });
}
