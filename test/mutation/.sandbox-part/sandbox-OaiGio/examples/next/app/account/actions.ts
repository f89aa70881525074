// @ts-nocheck
"use server";

import { redirect } from "next/navigation";
import { createBillingLink } from "../../lib/create-billing-link";
import { signedInCustomer } from "../../lib/session";

/** A server action is an endpoint that anybody can call, so it checks the login itself. */
export async function manageBilling(): Promise<void> {
  const customerId = await signedInCustomer();
  if (!customerId) redirect("/login");
  redirect((await createBillingLink(customerId)) ?? "/account?billing=failed");
}
