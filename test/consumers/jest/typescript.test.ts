import { expect, test } from "@jest/globals";
import { createKwikClient, type PortalLink } from "kwik-portal-link";
import { startMockServer } from "kwik-portal-link/mock";
import { PortalLinkRequest } from "kwik-portal-link/validate";

test("the mock answers over HTTP, and the link leads to its page", async () => {
  const server = await startMockServer();
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    baseUrl: server.url,
  });
  const link: PortalLink = await kwik.createPortalLink({
    customer_id: "cus_mine",
  });
  expect(await (await fetch(link.link_url)).text()).toMatch(/cus_mine/);
  await server.close();
});

test("a validator says what is missing", () => {
  const { issues } = PortalLinkRequest["~standard"].validate({});
  expect(issues).toMatchObject([{ path: ["customer_id"] }]);
});
