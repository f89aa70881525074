import assert from "node:assert/strict";
import { test } from "node:test";
import { createMockHandler } from "kwik-portal-link/mock";
import { app } from "./out/hono.js";
import { router } from "./out/trpc.js";

process.env.KWIK_API_KEY = "key";
process.env.KWIK_API_SECRET = "secret";
const mock = createMockHandler();
globalThis.fetch = (input, init) => mock(new Request(input, init));

const request = { customer_id: "cus_mine" };
const misspelt = { ...request, product_ids: [] };

test("tRPC", async () => {
  const caller = router.createCaller({});
  const link = await caller.createPortalLink(request);
  assert.equal(link.customer_id, "cus_mine");
  await assert.rejects(caller.createPortalLink(misspelt), {
    code: "BAD_REQUEST",
  });
});

test("Hono", async () => {
  const post = (body) =>
    app.request("/links", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const created = await post(request);
  assert.equal((await created.json()).customer_id, "cus_mine");
  const refused = await post(misspelt);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /product_ids/);
});
