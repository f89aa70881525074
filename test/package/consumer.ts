// What test/package/package.test.ts compiles and runs in an empty project.
import {
  cancelTypes,
  createKwikClient,
  KwikContractError,
  type PortalLink,
} from "kwik-portal-link";
import cases from "kwik-portal-link/cases.json" with { type: "json" };
import { createMockHandler, startMockServer } from "kwik-portal-link/mock";
import contract from "kwik-portal-link/openapi.json" with { type: "json" };
import manifest from "kwik-portal-link/package.json" with { type: "json" };
import { PortalLinkRequest } from "kwik-portal-link/validate";

const credentials = { apiKey: "key", apiSecret: "secret" };

const server = await startMockServer({ port: 0, log: () => {} });
const kwik = createKwikClient({ ...credentials, baseUrl: server.url });
const link: PortalLink = await kwik.createPortalLink({
  customer_id: "cus_abc123",
  settings: { cancel_type: cancelTypes[0] },
});
await kwik
  .createPortalLink({
    customer_id: "cus_abc123",
    // @ts-expect-error it is products_ids
    settings: { product_ids: [] },
  })
  .catch((error: unknown) => {
    if (!(error instanceof KwikContractError)) throw error;
  });
await server.close();

const mock = createMockHandler({ seed: 1, clock: () => new Date(0) });
const client = createKwikClient({ ...credentials, fetch: mock });
const mocked = await client.createPortalLink({ customer_id: "cus_mine" });
const [request] = mock.requests;

const { issues } = PortalLinkRequest["~standard"].validate({});
console.log(
  JSON.stringify({
    customers: [link.customer_id, mocked.customer_id],
    issues: issues?.map(({ path }) => path),
    cases: cases.accepted.length > 2 && cases.refused.length > 20,
    versions: [
      manifest.version,
      contract.info.version,
      request?.headers["user-agent"],
    ],
  }),
);
