// What a user does with the package, for every runtime. Returns what does not work.
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikError,
  KwikTimeoutError,
} from "kwik-portal-link";
import { createMockHandler, startMockServer } from "kwik-portal-link/mock";
import { PortalLinkRequest } from "kwik-portal-link/validate";

const request = { customer_id: "cus_mine" };

/** The mock is the one at `mockUrl`, or one of its own. */
export async function probe(mockUrl) {
  const server = mockUrl ? undefined : await startMockServer();
  const baseUrl = mockUrl ?? server.url;
  const control = (path, body = {}) =>
    fetch(`${baseUrl}/__mock/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const credentials = { apiKey: "key", apiSecret: "secret" };
  const kwik = createKwikClient({ ...credentials, baseUrl });
  /** What a call throws to which the mock answers so. */
  const failureOf = async (name, options, times = 1) => {
    await control("next", { name, times });
    const call = kwik.createPortalLink(request, options);
    const error = await call.catch((error) => error);
    await control("reset");
    return error;
  };
  const mock = createMockHandler();
  const mocked = createKwikClient({ ...credentials, fetch: mock });

  const facts = {
    "a link that opens": async () => {
      const link = await kwik.createPortalLink(request);
      const page = await (await fetch(link.link_url)).text();
      return page.includes("cus_mine") && !("subscription_id" in link);
    },
    "a link to a subscription, with settings": async () => {
      const settings = { cancel_type: "NOW", show_invoices: true };
      const subscription = { subscription_id: "sub_mine", settings };
      const link = await kwik.createPortalLink({ ...request, ...subscription });
      return link.subscription_id === "sub_mine";
    },
    "api.POST": async () => {
      const path = "/customer-portal/link";
      const { data } = await kwik.api.POST(path, { body: request });
      return data.result.customer_id === "cus_mine";
    },
    KwikApiError: async () => {
      const error = await failureOf("recordNotFound");
      return error instanceof KwikApiError && error.code === "007";
    },
    // More than once, because Deno's fetch repeats a request whose connection is lost.
    KwikConnectionError: async () =>
      (await failureOf("connectionLost", {}, 5)) instanceof KwikConnectionError,
    KwikTimeoutError: async () =>
      (await failureOf("timeout", { timeoutMs: 50 })) instanceof
      KwikTimeoutError,
    KwikContractError: async () => {
      const error = await kwik.createPortalLink({}).catch((error) => error);
      return error instanceof KwikContractError && error instanceof KwikError;
    },
    "a retry": async () => {
      mock.next("rateLimited");
      await mocked.createPortalLink(request);
      return mock.requests.length === 2;
    },
    "the caller's own abort": async () => {
      const controller = new AbortController();
      const reason = new Error("gone");
      setTimeout(() => controller.abort(reason), 50);
      const { signal } = controller;
      return (await failureOf("timeout", { signal })) === reason;
    },
    "a validator": () => {
      const { issues } = PortalLinkRequest["~standard"].validate({});
      return issues?.[0]?.path[0] === "customer_id";
    },
  };

  const failures = [];
  for (const [name, holds] of Object.entries(facts)) {
    const result = await Promise.resolve().then(holds).catch(String);
    if (result !== true) failures.push(`${name}: ${result}`);
  }
  await server?.close();
  return failures;
}
