import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createKwikClient } from "kwik-portal-link";
import { createMockHandler } from "kwik-portal-link/mock";
import { http } from "msw";
import { setupServer } from "msw/node";

const mock = createMockHandler();
const server = setupServer(
  http.post("*/customer-portal/link", ({ request }) => mock(request)),
);
before(() => server.listen());
after(() => server.close());

test("the app's own client is answered", async () => {
  const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret" });
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  assert.equal(link.customer_id, "cus_mine");
});
