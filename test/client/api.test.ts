// Both ways to call: what is sent, and what of the caller's own options reaches fetch.
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createKwikClient } from "../../src/index.js";
import {
  answer,
  clientWith,
  credentials,
  never,
  PAIR,
  PATH,
} from "./client.js";
import { request, result, sentBy, success, unsent } from "./client.js";

afterEach(() => vi.unstubAllGlobals());

const url = `https://api.kwik.co.za/2.0${PATH}`;
const sentHeaders = {
  "content-type": "application/json",
  authorization: `Basic ${PAIR}=`,
  "user-agent": `${packageJson.name}/${packageJson.version}`,
};
/** What the global fetch gets of a call. */
async function fetched(options?: object) {
  const { api, createPortalLink } = createKwikClient(credentials);
  // It is looked up in each call, so that one installed later is used.
  const fetch = vi.fn<(url: string, init: RequestInit) => Response>(answer);
  vi.stubGlobal("fetch", fetch);
  if (!options) await createPortalLink(request);
  else await api.POST(PATH, { body: request, ...options } as never);
  expect(fetch).toHaveBeenCalledOnce();
  const [sentTo = "", init = {}] = fetch.mock.calls[0] ?? [];
  return { url: sentTo, ...init };
}

const ways: Record<string, () => Promise<Request>> = {
  createPortalLink: async () => new Request(url, await fetched()),
  api: async () => new Request(url, await fetched({})),
  "createPortalLink and a fetch of one's own": () => sentBy({}),
  "api and a fetch of one's own": async () => {
    const fetch = vi.fn<(request: Request) => Response>(answer);
    await clientWith(fetch).api.POST(PATH, { body: request });
    return fetch.mock.calls[0]?.[0] as Request;
  },
};
test.for(Object.entries(ways))(
  "%s: one POST, never cached",
  async ([, way]) => {
    const sent = await way();
    expect(sent).toMatchObject({ url, method: "POST", cache: "no-store" });
    expect(sent.redirect).toBe("manual");
    expect(Object.fromEntries(sent.headers)).toEqual(sentHeaders);
    expect(await sent.json()).toEqual(request);
  },
);

const ours = { cache: "no-store", redirect: "manual", method: "POST", url };
test.for<[options: object, sent?: object]>([
  [{ keepalive: true }],
  [{ credentials: "omit" }],
  [{ integrity: "sha256-abc" }],
  [{ mode: "same-origin" }],
  [{ referrerPolicy: "no-referrer" }],
  [{ priority: "high", next: { tags: ["a"] } }],
  [{ cache: "force-cache", redirect: "follow" }, ours],
])("of %j reaches fetch", async ([options, sent = options]) => {
  expect(await fetched(options)).toMatchObject(sent);
});

test("the caller's headers win, and null takes one away", async () => {
  const own = { authorization: "Bearer own", "x-trace": "1" };
  const given = { ...own, "User-Agent": null };
  const { headers } = await fetched({ headers: given });
  const expected = { ...own, "content-type": "application/json" };
  expect(Object.fromEntries(new Headers(headers))).toEqual(expected);
});

test("middleware sees a real Request, and what it returns is sent", async () => {
  const fetch = vi.fn<(request: Request) => Response>(answer);
  const { api } = clientWith(fetch);
  const headers = { "X-Trace": "1" };
  api.use({ onRequest: ({ request }) => new Request(request, { headers }) });
  await api.POST(PATH, { body: request });
  const [sent] = fetch.mock.calls[0] ?? [];
  expect(sent?.headers.get("X-Trace")).toBe("1");
  expect(await sent?.json()).toEqual(request);
});

test("a runtime that does not know cache gets none", async () => {
  vi.stubGlobal("Request", class {});
  expect(await fetched()).not.toHaveProperty("cache");
});

test("api has the time-out, a call's own as well", async () => {
  const { api } = clientWith(never, { timeoutMs: 20 });
  for (const timeoutMs of [undefined, 10]) {
    const call = api.POST(PATH, { body: request, timeoutMs });
    await expect(call).rejects.toMatchObject({ timeoutMs: timeoutMs ?? 20 });
  }
});

const others = `http://evil.example https://api.kwik.co.za
https://api.kwik.co.za/2.0.evil.example`.split(/\s/);
test.for(others)("api sends no credentials to %s", async (baseUrl) => {
  const call = clientWith(unsent).api.POST(PATH, { baseUrl, body: request });
  await expect(call).rejects.toThrow("baseUrl must be the client's.");
});

test("api hands over what bends or breaks the contract", async () => {
  const [onAttempt, onContractViolation] = [vi.fn(), vi.fn()];
  const options = { onAttempt, onContractViolation };
  for (const changes of [{ expires_at: "soon" }, { customer_id: "c" }]) {
    const body = { ...success, result: { ...result, ...changes } };
    const kwik = clientWith(() => Response.json(body), options);
    const { data } = await kwik.api.POST(PATH, { body: request });
    expect(data).toEqual(body);
  }
  expect(onContractViolation).not.toHaveBeenCalled();
  const told = [{ number: 1, error: undefined }];
  expect(onAttempt.mock.calls).toMatchObject([told, told]);
});

test("api hands over the bytes, the status and the headers", async () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xfe]);
  const init = { status: 599, headers: { "X-Own": "1" } };
  const { api } = clientWith(() => new Response(bytes, init));
  const { response, error } = await api.POST(PATH, { body: request });
  expect(response.status).toBe(599);
  expect(response.headers.get("X-Own")).toBe("1");
  expect(error).toBe(new TextDecoder().decode(bytes));
});

test("createPortalLink works alone, and with an AbortController", async () => {
  const { createPortalLink } = clientWith();
  await expect(createPortalLink(request)).resolves.toEqual(result);
  const controller = new AbortController();
  controller.abort("left");
  await expect(createPortalLink(request, controller)).rejects.toBe("left");
});

test("the client does not show the secret", () => {
  const kwik = createKwikClient(credentials);
  const shown = inspect([kwik, kwik.api], { depth: 10, showHidden: true });
  expect(shown).not.toMatch(/canary/);
  expect(shown).not.toContain(PAIR);
});
