import { createKwikClient } from "kwik-portal-link";
import { createMockHandler } from "kwik-portal-link/mock";

const mock = createMockHandler(); // a fetch that plays the API
const kwik = createKwikClient({ apiKey: "k", apiSecret: "s", fetch: mock });

test("the link is for the customer who asked", async () => {
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  expect(link.customer_id).toBe("cus_mine");
});

test("a customer whom Kwik does not know", async () => {
  mock.next("recordNotFound");
  const call = kwik.createPortalLink({ customer_id: "cus_gone" });
  await expect(call).rejects.toMatchObject({ code: "007" });
});
