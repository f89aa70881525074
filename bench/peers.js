// What bench/client.ts compares with. Plain JavaScript, so that the compiler and ESLint need none of the peers.
import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { Paddle } from "@paddle/paddle-node-sdk";
import { createPolar } from "@polar-sh/sdk/2026-10";
import ky from "ky";
import createOpenapiFetch from "openapi-fetch";
import { Stripe } from "stripe";
import { createKwikClient } from "../dist/index.js";

const PATH = "/customer-portal/link";
const [apiKey, apiSecret] = ["key_test_abc123", "secret_abc123"];
const { btoa, URL } = globalThis;

/**
 * Name → one call. Each client is set up as its own documentation does it, time-outs and retries included, and makes its own call
 * that creates a portal link. All send through the `globalThis.fetch` of the moment.
 */
export function createCallers(baseUrl, body) {
  const headers = {
    Authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`,
    "Content-Type": "application/json",
  };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const fetch = (request) => globalThis.fetch(request);
  const kwik = createKwikClient({ apiKey, apiSecret, baseUrl });
  const openapiFetch = createOpenapiFetch({ baseUrl, headers, fetch });
  const heyApi = createHeyApi({ baseUrl, headers });
  const kyClient = ky.create({ prefix: baseUrl, headers });
  const { hostname: host, port } = new URL(baseUrl);
  const httpClient = Stripe.createFetchHttpClient();
  const options = { host, port, protocol: "http", httpClient };
  const { billingPortal } = new Stripe(apiKey, options);
  const paddle = new Paddle(apiKey, { environment: baseUrl });
  const polar = createPolar({ accessToken: apiKey, baseUrl });
  const { customer_id, subscription_id } = body;

  return {
    "bare fetch": async () =>
      (await globalThis.fetch(baseUrl + PATH, init)).json(),
    createPortalLink: () => kwik.createPortalLink(body),
    "kwik.api.POST": () => kwik.api.POST(PATH, { body }),
    "openapi-fetch": () => openapiFetch.POST(PATH, { body }),
    "hey-api": () => heyApi.post({ url: PATH, body }),
    ky: () => kyClient.post(PATH, { json: body }).json(),
    stripe: () => billingPortal.sessions.create({ customer: customer_id }),
    paddle: () =>
      paddle.customerPortalSessions.create(customer_id, [subscription_id]),
    polar: () => polar.customerSessions.create({ customer_id }),
  };
}
