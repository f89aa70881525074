// @ts-nocheck
const { KWIK_API_KEY, KWIK_API_SECRET } = process.env;
const response = await fetch(
  "https://api.kwik.co.za/2.0/customer-portal/link",
  {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa(`${KWIK_API_KEY}:${KWIK_API_SECRET}`)}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ customer_id: "cus_abc123" }),
  },
);
const { status, result, error_code, error_message } = await response.json();
if (status !== true) throw new Error(`${error_message} (${error_code})`);
// Redirect the customer to result.link_url, and keep it out of logs.
console.log("The link expires", result.expires_at);
