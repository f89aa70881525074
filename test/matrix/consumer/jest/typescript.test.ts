import { expect, jest, test } from "@jest/globals";
import { createKwikClient, type PortalLink } from "kwik-portal-link";
import { createMockHandler } from "kwik-portal-link/mock";
import { PortalLinkRequest } from "kwik-portal-link/validate";

const { probe } = jest.requireActual<{ probe: () => Promise<string[]> }>(
  "../node_modules/.programs/probe.cjs",
);

test("the probe passes", async () => {
  expect(await probe()).toEqual([]);
});

test("the types of every entry point compile", async () => {
  const credentials = { apiKey: "key", apiSecret: "secret" };
  const mock = createMockHandler();
  const kwik = createKwikClient({ ...credentials, fetch: mock });
  const request = { customer_id: "cus_mine" };
  const link: PortalLink = await kwik.createPortalLink(request);
  const { issues } = PortalLinkRequest["~standard"].validate(link);
  expect(issues).toBeDefined();
});
