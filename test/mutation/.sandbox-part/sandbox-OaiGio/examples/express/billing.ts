// @ts-nocheck
import { Router } from "express";
import { createKwikClient, KwikError } from "kwik-portal-link";

const kwik = createKwikClient({ baseUrl: process.env.KWIK_BASE_URL });
export const billing = Router();

// <form method="post" action="/billing"><button>Manage billing</button></form>
billing.post("/billing", async (_request, response) => {
  response.set("Cache-Control", "no-store");
  const { customerId } = response.locals; // set by your login check
  if (!customerId) return response.redirect(303, "/login");
  try {
    const link = await kwik.createPortalLink({
      customer_id: customerId,
      settings: { redirect_url: `${process.env.APP_URL}/account` },
    });
    response.redirect(303, link.link_url);
  } catch (error) {
    if (!(error instanceof KwikError)) throw error;
    console.error(error); // neither credentials nor links are in it
    response.status(502).send("Billing is unavailable. Please try later.");
  }
});
