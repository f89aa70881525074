const { createKwikClient, KwikApiError } = require("kwik-portal-link");
const { createMockHandler } = require("kwik-portal-link/mock");

const mock = createMockHandler();
const credentials = { apiKey: "key", apiSecret: "secret" };
const kwik = createKwikClient({ ...credentials, fetch: mock });
beforeEach(() => mock.reset());

test("the link is for the customer who asked", async () => {
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  expect(link.customer_id).toBe("cus_mine");
});

test("the openapi-fetch client works, bundled in as it is", async () => {
  const body = { customer_id: "cus_mine" };
  const { data } = await kwik.api.POST("/customer-portal/link", { body });
  expect(data.result.customer_id).toBe("cus_mine");
});

test("a customer whom Kwik does not know", async () => {
  mock.next("recordNotFound");
  const call = kwik.createPortalLink({ customer_id: "cus_gone" });
  await expect(call).rejects.toThrow(KwikApiError);
});
