// Services that create links for others, in four frameworks, with the mock in place of the API.
import { createServer } from "node:http";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createMockHandler } from "kwik-portal-link/mock";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listen } from "../../../listen.js";
import { app as expressApp } from "./express.js";
import { app as fastifyApp } from "./fastify.js";
import { app as honoApp } from "./hono.js";
import { router } from "./trpc.js";

const { fetch } = globalThis;
beforeAll(() => {
  vi.stubEnv("KWIK_API_KEY", "key");
  vi.stubEnv("KWIK_API_SECRET", "secret");
  const mock = createMockHandler();
  vi.stubGlobal("fetch", (input: RequestInfo | URL, init?: RequestInit) =>
    mock(new Request(input, init)),
  );
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

interface Init {
  method: "POST";
  headers: Record<string, string>;
  body: string;
}
type Post = (init: Init) => Response | Promise<Response>;

const services: Record<string, Post> = {
  async Express(init) {
    await using server = await listen(createServer(expressApp));
    const response = await fetch(`${server.url}/links`, init);
    return new Response(await response.text(), response);
  },
  async Fastify(init) {
    const answer = await fastifyApp.inject({ url: "/links", ...init });
    return new Response(answer.body, { status: answer.statusCode });
  },
  Hono: (init) => honoApp.request("/links", init),
  tRPC: (init) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      router,
      req: new Request("http://service.invalid/trpc/createPortalLink", init),
    }),
};

test.for(Object.entries(services))(
  "%s answers with a link, and refuses a request that breaks the contract",
  async ([, post]) => {
    const send = async (body: object) => {
      const response = await post({
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return [response.status, await response.text()];
    };
    const request = { customer_id: "cus_mine" };
    expect(await send(request)).toEqual([
      200,
      expect.stringContaining('"customer_id":"cus_mine"'),
    ]);
    expect((await send({ ...request, product_ids: [] }))[0]).toBe(400);
  },
);
