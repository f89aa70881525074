// Calls the client as often as it is told, and prints what became of each call.
import { createKwikClient } from "kwik-portal-link";

const [baseUrl, calls] = Deno.args;
const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", baseUrl });
for (let call = 0; call < Number(calls); call++)
  console.log(
    await kwik.createPortalLink({ customer_id: "cus_abc123" }).then(
      () => "link",
      (error) => error.name,
    ),
  );
