const { createKwikClient } = require("kwik-portal-link");
const { startMockServer } = require("kwik-portal-link/mock");
const { probe } = require("./probe.cjs");

test("the probe passes", async () => {
  expect(await probe()).toEqual([]);
});

test("fake timers hold up no answer", async () => {
  jest.useFakeTimers();
  const mock = await startMockServer();
  const options = { apiKey: "key", apiSecret: "secret", baseUrl: mock.url };
  await createKwikClient(options).createPortalLink({ customer_id: "cus" });
  await mock.close();
});
