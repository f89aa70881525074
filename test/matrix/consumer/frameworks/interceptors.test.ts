// What an app's own tests put in place of the network. The client knows nothing of it.
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
} from "kwik-portal-link";
import * as msw2 from "msw";
import * as msw2Node from "msw/node";
import * as msw3 from "msw-3";
import * as msw3Node from "msw-3/node";
import nock from "nock";
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examplesOf } from "../../../contract/document.js";

const origin = "https://api.kwik.co.za";
const path = "/2.0/customer-portal/link";
const success = examplesOf<object>("PortalLinkResponse").noSubscription ?? {};
const failure = examplesOf<object>("ErrorResponse").recordNotFound ?? {};
const request = { customer_id: "cus_abc123" };

interface Interceptor {
  /** Answers the next request, or loses its connection. */
  next: (status: number | "lost", body?: object) => void;
  /** Called before the first request. @returns what ends it */
  start: () => () => void;
}

/** MSW 2 and 3 in the same words. */
function msw(
  { http, HttpResponse }: Pick<typeof msw2, "http" | "HttpResponse">,
  { setupServer }: Pick<typeof msw2Node, "setupServer">,
): Interceptor {
  const server = setupServer();
  return {
    start() {
      server.listen({ onUnhandledRequest: "error" });
      return () => server.close();
    },
    next(status, body) {
      const answer = () =>
        status === "lost"
          ? HttpResponse.error()
          : HttpResponse.json(body, {
              status,
              headers: { "Retry-After": "0" },
            });
      server.use(http.post(origin + path, answer, { once: true }));
    },
  };
}

// Otherwise it intercepts from its import on.
nock.restore();

const agent = new MockAgent();

const interceptors: Record<string, Interceptor> = {
  "MSW 2": msw(msw2, msw2Node),
  // It has the same words under types of its own.
  "MSW 3": msw(msw3 as unknown as typeof msw2, msw3Node as never),
  nock: {
    start() {
      nock.activate();
      return () => nock.restore();
    },
    next(status, body) {
      const post = nock(origin).post(path, request);
      if (status === "lost") post.replyWithError("lost");
      else post.reply(status, body, { "Retry-After": "0" });
    },
  },
  "undici's MockAgent": {
    start() {
      const dispatcher = getGlobalDispatcher();
      agent.disableNetConnect();
      setGlobalDispatcher(agent);
      return () => setGlobalDispatcher(dispatcher);
    },
    next(status, body) {
      const post = agent.get(origin).intercept({ path, method: "POST" });
      if (status === "lost") post.replyWithError(new Error("lost"));
      else post.reply(status, body, { headers: { "Retry-After": "0" } });
    },
  },
};

describe.for(Object.entries(interceptors))("%s", ([, { start, next }]) => {
  // As an app does, before anything is intercepted.
  const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret" });
  let stop = () => {};
  beforeAll(() => {
    stop = start();
  });
  afterAll(() => stop());

  test("answers a call, and its retry", async () => {
    next(429, failure);
    next(200, success);
    expect(await kwik.createPortalLink(request)).toMatchObject(request);
  });

  test("fails a call with the API's code", async () => {
    next(200, failure);
    const call = kwik.createPortalLink(request);
    await expect(call).rejects.toMatchObject({ code: "007" });
  });

  test("loses a call", async () => {
    next("lost");
    const call = kwik.createPortalLink(request);
    await expect(call).rejects.toThrow(KwikConnectionError);
  });
});
