import { afterEach, expect, test, vi } from "vitest";
import { isLoopback } from "../../src/contract/loopback.js";
import { createKwikClient } from "../../src/index.js";
import { clientWith, credentials, request, sentBy, success } from "./answer.js";

afterEach(() => vi.unstubAllGlobals());

test.for([
  [undefined, "https://api.kwik.co.za/2.0"],
  ["https://gateway.example/kwik/", "https://gateway.example/kwik"],
  ["https://gateway.example//", "https://gateway.example"],
  ["HTTPS://Gateway.Example:8443", "https://gateway.example:8443"],
  [new URL("https://gateway.example/2.0"), "https://gateway.example/2.0"],
  ["https://gateway.example/@kwik/a@b", "https://gateway.example/@kwik/a@b"],
  ["https://gateway.example/x://a@b", "https://gateway.example/x://a@b"],
  ["http://localhost:4010", "http://localhost:4010"],
  ["http://127.8.9.1/2.0", "http://127.8.9.1/2.0"],
  ["http://[::1]:4010", "http://[::1]:4010"],
] as const)("%s is accepted", async ([baseUrl, expected], { expect }) => {
  const { url } = await sentBy({ ...credentials, baseUrl: baseUrl as string });
  expect(url).toBe(`${expected}/customer-portal/link`);
});

test.for([
  ["http to another host", "http://api.kwik.co.za/2.0"],
  ["a host that only begins like localhost", "http://localhost.evil.example"],
  ["a host that only begins like loopback", "http://127.0.0.1.evil.example"],
  ["a host that only ends like localhost", "http://notlocalhost"],
  ["a private address", "http://10.0.0.1"],
  ["every address", "http://0.0.0.0"],
  ["another IPv6 address", "http://[::2]"],
  ["localhost as a user name", "http://localhost@evil.example"],
  ["localhost as a password", "http://a:localhost@evil.example"],
  ["another scheme", "ftp://localhost"],
  ["a file", "file:///etc"],
  ["a script", "javascript:alert(1)"],
  ["credentials", "https://key:s3cr3t@api.kwik.co.za/2.0"],
  ["a subdomain of localhost, which DNS is asked for", "http://a.localhost"],
  ["an empty query", "https://api.kwik.co.za/2.0?"],
  ["an empty fragment", "https://api.kwik.co.za/2.0#"],
  ["a query", "https://api.kwik.co.za/2.0?key=s3cr3t"],
  ["a fragment", "https://api.kwik.co.za/2.0#s3cr3t"],
  ["no scheme", "api.kwik.co.za/2.0"],
  ["a path", "/2.0"],
  ["nothing", ""],
  ["null", null],
] as const)("%s is refused, and not shown", ([, baseUrl], { expect }) => {
  let error: unknown;
  try {
    createKwikClient({ ...credentials, baseUrl: baseUrl as string });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(TypeError);
  expect((error as Error).message).toBe(
    "baseUrl must be an https URL, or http on loopback, without credentials or query.",
  );
});

test("an API off loopback gets no http link, one on loopback does", async () => {
  const link_url = "http://pay.kwik.co.za/portal/canary";
  const answer = () =>
    Response.json({ ...success, result: { ...success.result, link_url } });
  await expect(clientWith(answer).createPortalLink(request)).rejects.toThrow(
    "The response: result.link_url must be an absolute https URL.",
  );
  const baseUrl = "http://localhost:4010";
  await expect(
    clientWith(answer, { baseUrl }).createPortalLink(request),
  ).resolves.toHaveProperty("link_url", link_url);
});

test.for([
  ["http://127.0.0.1", true],
  ["http://127.0.0.1/", true],
  ["http://127.255.10.99:80/a", true],
  ["http://localhost:1", true],
  ["http://[::1]", true],
  ["https://127.0.0.1/", false],
  ["xhttp://127.0.0.1/", false],
  ["http://127.0.0.1.evil.example/", false],
  ["http://127.0.0.1a", false],
  ["http://127a0.0.1/", false],
  ["http://127.0a0.1/", false],
  ["http://127.0.0a1/", false],
  ["http://127.0.0./", false],
  ["http://1270.0.0.1/", false],
  ["http://[::11]/", false],
  ["http://localhosts/", false],
  ["http://evil.example/http://localhost/", false],
] as const)("%s is on loopback: %s", ([href, expected], { expect }) => {
  expect(isLoopback(href)).toBe(expected);
});

const HTTP_PROXY = "http://proxy.example:3128";
const on = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY };
const lower = { NODE_USE_ENV_PROXY: "1", http_proxy: HTTP_PROXY };
const inOptions = { HTTP_PROXY, NODE_OPTIONS: "--use-env-proxy" };
const elsewhere = { ...on, NO_PROXY: "localhost" };
const here = { ...on, NO_PROXY: "localhost, 127.0.0.1" };
const withPort = { ...on, no_proxy: "127.0.0.1:4010" };
const denied = new Proxy(
  {},
  {
    get: () => {
      throw new Error("NotCapable");
    },
  },
);
test.for<[name: string, isRefused: boolean, process: object]>([
  ["NODE_USE_ENV_PROXY", true, { env: on }],
  ["http_proxy in lower case", true, { env: lower }],
  [
    "--use-env-proxy",
    true,
    { env: { HTTP_PROXY }, execArgv: ["--use-env-proxy"] },
  ],
  ["--use-env-proxy in NODE_OPTIONS", true, { env: inOptions }],
  ["Bun", true, { env: { HTTP_PROXY }, versions: { bun: "1.4" } }],
  ["Deno", true, { env: { HTTP_PROXY }, versions: { deno: "2.9" } }],
  ["NO_PROXY of another host", true, { env: elsewhere }],
  ["NO_PROXY", false, { env: here }],
  ["no_proxy with the port", false, { env: withPort }],
  ["NO_PROXY of all", false, { env: { ...on, NO_PROXY: "*" } }],
  ["Node that takes no notice of HTTP_PROXY", false, { env: { HTTP_PROXY } }],
  ["no HTTP_PROXY", false, { env: { NODE_USE_ENV_PROXY: "1" } }],
  ["no process", false, {}],
  ["Deno, which shows nothing of it", false, { env: denied }],
])(
  "http through a proxy, %s: refused %s",
  ([, isRefused, process], { expect }) => {
    vi.stubGlobal("process", process);
    const create = (options: object) => () =>
      createKwikClient({ ...credentials, ...options });
    const loopback = create({ baseUrl: "http://127.0.0.1:4010" });
    const message =
      "baseUrl would show the credentials to the proxy: name its host in NO_PROXY, or pass a fetch.";
    if (isRefused) expect(loopback).toThrow(message);
    else expect(loopback).not.toThrow();
    // The proxy of https sees no more than the host.
    expect(create({})).not.toThrow();
    expect(
      create({ baseUrl: "http://127.0.0.1:4010", fetch: () => {} }),
    ).not.toThrow();
  },
);
