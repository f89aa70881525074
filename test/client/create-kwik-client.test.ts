import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createKwikClient } from "../../src/index.js";
import { clientWith, credentials, request, success } from "./answer.js";

afterEach(() => vi.unstubAllGlobals());

test.for(["createPortalLink", "api"] as const)(
  "%s sends one POST with the request as JSON",
  async (method, { expect }) => {
    const sent: Request[] = [];
    const kwik = clientWith((request) => {
      sent.push(request);
      return Response.json(success);
    });
    const body = { ...request, settings: { products_ids: ["pro_abc123"] } };
    if (method === "api")
      await kwik.api.POST("/customer-portal/link", { body });
    else await kwik.createPortalLink(body);
    expect(sent).toHaveLength(1);
    const [only] = sent as [Request];
    expect(only.method).toBe("POST");
    expect(only.url).toBe("https://api.kwik.co.za/2.0/customer-portal/link");
    expect(Object.fromEntries(only.headers)).toEqual({
      "content-type": "application/json",
      authorization: `Basic ${btoa("canary_key:canary_secret")}`,
      "user-agent": `${packageJson.name}/${packageJson.version}`,
    });
    expect(await only.json()).toEqual(body);
  },
);

test("createPortalLink works without its client", async () => {
  const { createPortalLink } = clientWith(() => Response.json(success));
  await expect(createPortalLink(request)).resolves.toHaveProperty("id");
});

test("looks up globalThis.fetch in each call, so that one installed later is used", async () => {
  const kwik = createKwikClient(credentials);
  const later = vi.fn<typeof fetch>(() =>
    Promise.resolve(Response.json(success)),
  );
  vi.stubGlobal("fetch", later);
  await kwik.createPortalLink(request);
  expect(later).toHaveBeenCalledOnce();
});

test("api has the same transport: it follows no redirect and has the time-out", async () => {
  const sent: Request[] = [];
  const kwik = createKwikClient({
    ...credentials,
    timeoutMs: 20,
    fetch: (request) => {
      sent.push(request);
      return new Promise(() => {});
    },
  });
  await expect(
    kwik.api.POST("/customer-portal/link", { body: request }),
  ).rejects.toMatchObject({ name: "KwikTimeoutError", timeoutMs: 20 });
  expect(sent.map(({ redirect }) => redirect)).toEqual(["manual"]);
});

test.for([
  "http://evil.example",
  "https://api.kwik.co.za",
  "https://api.kwik.co.za/2.0.evil.example",
])("api sends no credentials to %s", async (baseUrl, { expect }) => {
  const kwik = clientWith(() => expect.unreachable("nothing must be sent"));
  await expect(
    kwik.api.POST("/customer-portal/link", { baseUrl, body: request }),
  ).rejects.toThrow("baseUrl must be the client's.");
});

test("the client does not show the secret", () => {
  const kwik = createKwikClient(credentials);
  for (const value of [kwik, kwik.api]) {
    const shown = inspect(value, { depth: 10, showHidden: true });
    expect(shown).not.toMatch(/canary/);
    expect(shown).not.toContain(btoa("canary_key:canary_secret"));
  }
});
