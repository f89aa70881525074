import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createKwikClient, KwikConnectionError } from "kwik-portal-link";
import { startMockServer } from "kwik-portal-link/mock";

const mock = await startMockServer();
after(() => mock.close());
const credentials = { apiKey: "key", apiSecret: "secret" };
const kwik = createKwikClient({ ...credentials, baseUrl: mock.url });

test("the link leads to a page that plays the portal", async () => {
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  const page = await fetch(link.link_url);
  assert.match(await page.text(), /cus_mine/);
});

test("the connection is lost", async () => {
  mock.next("connectionLost");
  const call = kwik.createPortalLink({ customer_id: "cus_mine" });
  await assert.rejects(call, KwikConnectionError);
});
