import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { clientWith, credentials, request, success } from "./answer.js";

afterEach(() => vi.unstubAllGlobals());

test("sends one POST with the request as JSON", async () => {
  const sent: Request[] = [];
  const kwik = clientWith((request) => {
    sent.push(request);
    return Response.json(success);
  });
  const full = {
    ...request,
    settings: { cancel_type: "NOW" as const, products_ids: ["pro_abc123"] },
  };
  await kwik.createPortalLink(full);
  expect(sent).toHaveLength(1);
  const [only] = sent as [Request];
  expect(only.method).toBe("POST");
  expect(only.url).toBe("https://api.kwik.co.za/2.0/customer-portal/link");
  expect(only.headers.get("Content-Type")).toBe("application/json");
  expect(only.headers.get("Authorization")).toBe(
    `Basic ${btoa("canary_key:canary_secret")}`,
  );
  expect(await only.json()).toEqual(full);
});

test("returns the link itself, not the envelope", async () => {
  await expect(
    clientWith(() => Response.json(success)).createPortalLink(request),
  ).resolves.toEqual(success.result);
});

test("keeps a field that the contract does not know", async () => {
  const answer = { status: true, result: { ...success.result, new_field: 1 } };
  await expect(
    clientWith(() => Response.json(answer)).createPortalLink(request),
  ).resolves.toHaveProperty("new_field", 1);
});

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

test("the caller's abort passes through untouched", async () => {
  const reason = new Error("the customer left");
  const kwik = createKwikClient({
    ...credentials,
    fetch: (request) => Promise.reject(request.signal.reason as Error),
  });
  await expect(
    kwik.createPortalLink(request, { signal: AbortSignal.abort(reason) }),
  ).rejects.toBe(reason);
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

test("api sends the credentials to no other base URL", async () => {
  let sent = 0;
  const kwik = createKwikClient({
    ...credentials,
    fetch: () => Promise.reject(new Error(`${sent++}`)),
  });
  for (const baseUrl of [
    "http://evil.example",
    "https://api.kwik.co.za",
    "https://api.kwik.co.za/2.0.evil.example",
  ]) {
    await expect(
      kwik.api.POST("/customer-portal/link", { baseUrl, body: request }),
    ).rejects.toThrow("baseUrl must be the client's.");
  }
  expect(sent).toBe(0);
});

test.for([
  [
    "an error that holds the request",
    (request: Request) => Object.assign(new Error("refused"), { request }),
  ],
  [
    "a cause that holds the request",
    (request: Request) =>
      new TypeError("fetch failed", {
        cause: Object.assign(new Error("no route"), { request }),
      }),
  ],
  [
    "an error that shows the header",
    (request: Request) =>
      new Error(`bad header ${request.headers.get("Authorization")}`),
  ],
  [
    "a string",
    (request: Request) => `bad header ${request.headers.get("Authorization")}`,
  ],
] as const)(
  "an error of the caller's own fetch is replaced, without the request: %s",
  async ([, thrown], { expect }) => {
    const kwik = createKwikClient({
      ...credentials,
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- callers do.
      fetch: (request) => Promise.reject(thrown(request)),
    });
    const error: unknown = await kwik
      .createPortalLink(request)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "KwikConnectionError",
      message: expect.stringMatching(
        /^No answer \((refused|no route|bad header Basic \[hidden\])\)$/,
      ) as string,
    });
    const shown =
      inspect(error, { depth: 10, showHidden: true }) +
      JSON.stringify(error) +
      (error as Error).stack;
    expect(shown).not.toContain("canary");
    expect(shown).not.toContain(btoa("canary_key:canary_secret"));
  },
);

test("neither the client nor what it throws shows the secret", async () => {
  const echo = Response.json(
    {
      status: false,
      error_code: "001",
      error_message: `Invalid API key canary_key, canary_secret, ${btoa("canary_key:canary_secret")}`,
    },
    { status: 401 },
  );
  const error: unknown = await clientWith(() => echo)
    .createPortalLink(request)
    .catch((reason: unknown) => reason);
  const kwik = createKwikClient(credentials);
  for (const value of [kwik, kwik.api, error]) {
    const shown = [
      inspect(value, { depth: 10, showHidden: true }),
      JSON.stringify(value),
      `${value as Error}`,
    ].join();
    expect(shown).not.toMatch(/canary/);
    expect(shown).not.toContain(btoa("canary_key:canary_secret"));
  }
});
