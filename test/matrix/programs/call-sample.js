// Calls what a sample of the guides exports, where the mock is behind fetch: node call-sample.js FILE
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createMockHandler } from "kwik-portal-link/mock";

const mock = createMockHandler();
globalThis.fetch = (input, init) => mock(new Request(input, init));
process.env.KWIK_API_KEY = process.env.KWIK_API_SECRET = "made-up";
process.env.MY_PROXY = "http://127.0.0.1:9";

const {
  app,
  router,
  kwik,
  createPortalLink = kwik?.createPortalLink,
} = await import(process.argv[2]);

if (createPortalLink) {
  mock.next("recordNotFound");
  const request = { customer_id: "cus_mine" };
  console.log(await createPortalLink(request).catch(({ code }) => code));
  console.log((await createPortalLink(request)).customer_id);
} else {
  // A service that creates links for others.
  const url = "http://service.invalid/links/createPortalLink";
  for (const field of ["subscription_id", "unknown_id"]) {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ customer_id: "cus_mine", [field]: "id" });
    const init = { method: "POST", headers, body };
    const req = new Request(url, init);
    const response = await (app?.request("/links", init) ??
      fetchRequestHandler({ endpoint: "/links", router, req }));
    console.log(response.status, (await response.text()).includes("cpl_"));
  }
}
