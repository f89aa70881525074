// What bench/client.ts compares with, at the versions that bench/package.json pins: the newest, although ky and Polar ask for
// Node 22, because they run on 20. Plain JavaScript, so that the compiler and ESLint need none of them.
import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { Paddle } from "@paddle/paddle-node-sdk";
import { createPolar } from "@polar-sh/sdk/2026-10";
import { DodoPayments } from "dodopayments";
import ky from "ky";
import createOpenapiFetch from "openapi-fetch";
import { Stripe } from "stripe";
import { createKwikClient } from "../dist/index.js";

const PATH = "/customer-portal/link";
const [apiKey, apiSecret] = ["key_test_abc123", "secret_abc123"];
const { btoa, URL } = globalThis;
const newHeaders = () => ({
  Authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`,
  "Content-Type": "application/json",
});

/**
 * Name → one call. Each client is set up as its own documentation does it, its time-outs and retries included, and makes its
 * own call that creates a portal link. All send through the `globalThis.fetch` of the moment, except Stripe's default.
 */
export function createCallers(baseUrl, body) {
  const headers = newHeaders();
  const { hostname: host, port } = new URL(baseUrl);
  const fetch = (request) => globalThis.fetch(request);
  const options = { apiKey, apiSecret, baseUrl };
  const kwik = createKwikClient(options);
  const kwikFetchOption = createKwikClient({ ...options, fetch });
  const openapiFetch = createOpenapiFetch({ baseUrl, headers });
  const withMiddleware = createOpenapiFetch({ baseUrl });
  const { Authorization } = headers;
  withMiddleware.use({
    onRequest: ({ request }) =>
      request.headers.set("Authorization", Authorization),
  });
  const heyApi = createHeyApi({ baseUrl, headers });
  const kyClient = ky.create({ prefix: baseUrl, headers });
  const stripeOptions = { host, port, protocol: "http" };
  const httpClient = Stripe.createFetchHttpClient();
  const stripe = new Stripe(apiKey, stripeOptions);
  const stripeFetch = new Stripe(apiKey, { ...stripeOptions, httpClient });
  const paddle = new Paddle(apiKey, { environment: baseUrl });
  const dodo = new DodoPayments({ bearerToken: apiKey, baseURL: baseUrl });
  const polar = createPolar({ accessToken: apiKey, baseUrl });
  const { customer_id, subscription_id } = body;
  const post = (headers) =>
    globalThis.fetch(baseUrl + PATH, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });

  return {
    "bare fetch": async () => JSON.parse(await (await post(headers)).text()),
    "by hand": async () => {
      const response = await post(newHeaders());
      const answer = await response.json();
      if (!response.ok || !answer.status) throw new Error(answer.error_message);
      return answer.result;
    },
    createPortalLink: () => kwik.createPortalLink(body),
    "createPortalLink, fetch option": () =>
      kwikFetchOption.createPortalLink(body),
    "openapi-fetch": () => openapiFetch.POST(PATH, { body }),
    "openapi-fetch + 1 middleware": () => withMiddleware.POST(PATH, { body }),
    "hey-api": () => heyApi.post({ url: PATH, body }),
    ky: () => kyClient.post(PATH, { json: body }).json(),
    "stripe (fetch)": () =>
      stripeFetch.billingPortal.sessions.create({ customer: customer_id }),
    "stripe (node:http)": () =>
      stripe.billingPortal.sessions.create({ customer: customer_id }),
    paddle: () =>
      paddle.customerPortalSessions.create(customer_id, [subscription_id]),
    dodopayments: () => dodo.customers.customerPortal.create(customer_id),
    polar: () => polar.customerSessions.create({ customer_id }),
  };
}
