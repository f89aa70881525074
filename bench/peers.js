// The clients that bench/client.ts compares, at the versions that bench/package.json pins: the newest, although ky and Polar
// ask for Node 22, because they run on 20. Plain JavaScript, so that the compiler and ESLint need none of them.
import { createClient as createHeyApi } from "@hey-api/client-fetch";
import { Paddle } from "@paddle/paddle-node-sdk";
import { createPolar } from "@polar-sh/sdk/2026-10";
import { DodoPayments } from "dodopayments";
import ky from "ky";
import createOpenapiFetch from "openapi-fetch";
import { Stripe } from "stripe";
import { createKwikClient } from "../dist/index.js";

const PATH = "/customer-portal/link";
const [key, secret] = ["key_test_abc123", "secret_abc123"];
const authorization = `Basic ${globalThis.btoa(`${key}:${secret}`)}`;
const headers = {
  Authorization: authorization,
  "Content-Type": "application/json",
};

/**
 * Name → one call. Each client is set up as its own documentation does it, its time-outs and retries included, and makes its
 * own call that creates a portal link. All send through the `globalThis.fetch` of the moment, except Stripe's default.
 */
export function createCallers(baseUrl, body) {
  const { hostname: host, port } = new globalThis.URL(baseUrl);
  const kwik = createKwikClient({ apiKey: key, apiSecret: secret, baseUrl });
  const kwikFetchOption = createKwikClient({
    apiKey: key,
    apiSecret: secret,
    baseUrl,
    fetch: (request) => globalThis.fetch(request),
  });
  const openapiFetch = createOpenapiFetch({ baseUrl, headers });
  const withMiddleware = createOpenapiFetch({ baseUrl });
  withMiddleware.use({
    onRequest({ request }) {
      request.headers.set("Authorization", authorization);
    },
  });
  const heyApi = createHeyApi({ baseUrl, headers });
  const kyClient = ky.create({ prefix: baseUrl, headers });
  const stripeOptions = { host, port, protocol: "http" };
  const stripe = new Stripe(key, stripeOptions);
  const stripeFetch = new Stripe(key, {
    ...stripeOptions,
    httpClient: Stripe.createFetchHttpClient(),
  });
  const paddle = new Paddle(key, { environment: baseUrl });
  const dodo = new DodoPayments({ bearerToken: key, baseURL: baseUrl });
  const polar = createPolar({ accessToken: key, baseUrl });

  return {
    "bare fetch": async () => {
      const response = await globalThis.fetch(baseUrl + PATH, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return JSON.parse(await response.text());
    },
    "by hand": async () => {
      const response = await globalThis.fetch(`${baseUrl}${PATH}`, {
        method: "POST",
        headers: {
          Authorization: `Basic ${globalThis.btoa(`${key}:${secret}`)}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify(body),
      });
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
      stripeFetch.billingPortal.sessions.create({
        customer: body.customer_id,
      }),
    "stripe (node:http)": () =>
      stripe.billingPortal.sessions.create({ customer: body.customer_id }),
    paddle: () =>
      paddle.customerPortalSessions.create(body.customer_id, [
        body.subscription_id,
      ]),
    dodopayments: () => dodo.customers.customerPortal.create(body.customer_id),
    polar: () =>
      polar.customerSessions.create({ customer_id: body.customer_id }),
  };
}
