// @ts-nocheck
import { KwikError } from "kwik-portal-link";
import { kwik } from "./kwik";

/** A link for the customer, or `undefined` when there is none to be had; the log says why. */
export async function createBillingLink(
  customerId: string,
): Promise<string | undefined> {
  try {
    const link = await kwik().createPortalLink({
      customer_id: customerId,
      settings: { redirect_url: `${process.env.APP_URL}/account` },
    });
    return link.link_url;
  } catch (error) {
    if (!(error instanceof KwikError)) throw error;
    console.error(error); // neither credentials nor links are in it
    return undefined;
  }
}
