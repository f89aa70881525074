import {
  cancelTypes,
  createKwikClient,
  KwikContractError,
  type PortalLink,
} from "kwik-portal-link";
import { createMockHandler, startMockServer } from "kwik-portal-link/mock";
import contract from "kwik-portal-link/openapi.json" with { type: "json" };
import { PortalLinkRequest } from "kwik-portal-link/validate";
import manifest from "kwik-portal-link/package.json" with { type: "json" };

// Handed over by the test: where a mock of the contract listens.
declare const process: { env: Record<string, string | undefined> };
const baseUrl = process.env.MOCK_URL ?? "";

const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", baseUrl });
const link: PortalLink = await kwik.createPortalLink({
  customer_id: "cus_abc123",
  settings: { cancel_type: cancelTypes[0] },
});
const misspelt = () =>
  kwik.createPortalLink({
    customer_id: "cus_abc123",
    // @ts-expect-error it is products_ids
    settings: { product_ids: [] },
  });

const mock = createMockHandler({ seed: 1, clock: () => new Date(0) });
const mocked = await createKwikClient({
  apiKey: "key",
  apiSecret: "secret",
  fetch: mock,
}).createPortalLink({ customer_id: "cus_mine" });
const server = await startMockServer({ host: "127.0.0.1", log: () => {} });
await server.close();

console.log(
  JSON.stringify({
    customer: link.customer_id,
    contract: contract.info.version,
    version: manifest.version,
    error: new KwikContractError("", { violations: [] }).name,
    misspelt: typeof misspelt,
    issues: PortalLinkRequest["~standard"].validate({}).issues?.length,
    mocked: mocked.customer_id,
  }),
);
