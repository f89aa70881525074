import { createKwikClient, KwikApiError } from "kwik-portal-link";

const kwik = createKwikClient(); // with KWIK_API_KEY and KWIK_API_SECRET
try {
  const link = await kwik.createPortalLink(REQUEST);
  // Redirect the customer to link.link_url, and keep it out of logs.
  console.log("The link expires", link.expires_at);
} catch (error) {
  if (!(error instanceof KwikApiError)) throw error;
  // error.code "007": correct the id that you stored.
  // Any other code: correct the request or the credentials.
  console.error(error.message);
  process.exitCode = 1;
}
