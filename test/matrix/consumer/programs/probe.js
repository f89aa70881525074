// What a user does with the package. Returns what does not work.
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikError,
  KwikTimeoutError,
} from "kwik-portal-link";
import { createMockHandler, startMockServer } from "kwik-portal-link/mock";
import contract from "kwik-portal-link/openapi.json" with { type: "json" };
import { PortalLinkRequest } from "kwik-portal-link/validate";

const request = { customer_id: "cus_mine" };

/** The mock is the one at `mockUrl`, or one of its own. */
export async function probe(mockUrl, options) {
  const credentials = { apiKey: "key", apiSecret: "secret", ...options };
  const server = mockUrl ? controlled(mockUrl) : await startMockServer();
  const baseUrl = server.url;
  const kwik = createKwikClient({ ...credentials, baseUrl });
  const mock = createMockHandler();
  const mocked = createKwikClient({ ...credentials, fetch: mock });

  const facts = {
    "a link without a subscription": async () => {
      const link = await kwik.createPortalLink(request);
      return link.customer_id === "cus_mine" && !("subscription_id" in link);
    },
    "a link to a subscription, with settings": async () => {
      const settings = { cancel_type: "NOW", show_invoices: true };
      const subscription = { subscription_id: "sub_mine", settings };
      const link = await kwik.createPortalLink({ ...request, ...subscription });
      return link.subscription_id === "sub_mine";
    },
    "the link opens": async () => {
      const { link_url } = await kwik.createPortalLink(request);
      return (await (await fetch(link_url)).text()).includes("cus_mine");
    },
    "api.POST": async () => {
      const path = "/customer-portal/link";
      const { data } = await kwik.api.POST(path, { body: request });
      return data.result.customer_id === "cus_mine";
    },
    KwikApiError: async () => {
      await server.next("recordNotFound");
      const error = await rejection(kwik.createPortalLink(request));
      return error instanceof KwikApiError && error.code === "007";
    },
    KwikConnectionError: async () => {
      // More than once, because Deno's fetch repeats a request whose connection is lost.
      await server.next("connectionLost", { times: 5 });
      const error = await rejection(kwik.createPortalLink(request));
      await server.reset();
      return error instanceof KwikConnectionError;
    },
    KwikTimeoutError: async () => {
      await server.next("timeout");
      const call = kwik.createPortalLink(request, { timeoutMs: 50 });
      return (await rejection(call)) instanceof KwikTimeoutError;
    },
    KwikContractError: async () => {
      const error = await rejection(kwik.createPortalLink({}));
      return error instanceof KwikContractError && error instanceof KwikError;
    },
    "a retry": async () => {
      mock.next("rateLimited");
      await mocked.createPortalLink(request);
      return mock.requests.length === 2;
    },
    "the caller's own abort": async () => {
      await server.next("timeout");
      const reason = new Error("gone");
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 50);
      const { signal } = controller;
      const call = kwik.createPortalLink(request, { signal });
      return (await rejection(call)) === reason;
    },
    "a validator": () => {
      const { issues } = PortalLinkRequest["~standard"].validate({});
      return issues?.[0]?.path[0] === "customer_id";
    },
    "the contract": () => contract.openapi.startsWith("3.1"),
  };

  const failures = [];
  for (const [name, holds] of Object.entries(facts)) {
    const result = await Promise.resolve()
      .then(holds)
      .catch((error) => `${error.name}: ${error.message}`);
    if (result !== true) failures.push(`${name}: ${result}`);
  }
  await server.close?.();
  return failures;
}

/** A mock elsewhere, through its control API. */
function controlled(url) {
  const post = (path, body) =>
    fetch(`${url}/__mock/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    url,
    next: (name, options) => post("next", { name, ...options }),
    reset: () => post("reset", {}),
  };
}

function rejection(call) {
  return call.then(
    () => undefined,
    (error) => error,
  );
}
