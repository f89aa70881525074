import { createKwikClient } from "kwik-portal-link";
import { createMockHandler } from "kwik-portal-link/mock";
import { beforeEach, expect, test } from "vitest";

const mock = createMockHandler();
const credentials = { apiKey: "key", apiSecret: "secret" };
const kwik = createKwikClient({ ...credentials, fetch: mock });
beforeEach(() => mock.reset());

test("the link is for the customer who asked", async () => {
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  expect(link.customer_id).toBe("cus_mine");
  expect(mock.requests).toMatchObject([{ body: { customer_id: "cus_mine" } }]);
});

test("a customer whom Kwik does not know", async () => {
  mock.next("recordNotFound");
  await expect(
    kwik.createPortalLink({ customer_id: "cus_gone" }),
  ).rejects.toMatchObject({ code: "007" });
});
