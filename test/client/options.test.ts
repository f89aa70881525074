// The options of a client and of a call: which are refused, in which words, and every documented default.
import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { createKwikClient, type KwikTimeoutError } from "../../src/index.js";
import { clientWith, credentials, failureOf, never } from "./client.js";
import { PATH, request, result, sentBy, unsent } from "./client.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Option → what its docstring says after `@default`. */
const DEFAULTS: Record<string, string> = {};
const source = readFileSync("src/client/options.ts", "utf8");
const docstrings = source.matchAll(/@default (.*?) \*\/\n *(\w+)\?:/g);
for (const [, value = "", name = ""] of docstrings) DEFAULTS[name] = value;

const create = (options: object) => () =>
  createKwikClient({ ...credentials, ...options });
const elsewhere = `http://api.kwik.co.za/2.0 http://localhost.evil.example
  http://127.0.0.1.evil.example http://notlocalhost http://10.0.0.1 http://[::2]
  http://0.0.0.0 http://a.localhost http://kwik-mock:4010/2.0`.split(/\s+/);
const unusable = `http://localhost@evil.example ftp://localhost file:///etc
  http://a:localhost@evil.example javascript:alert(1) api.kwik.co.za/2.0
  https://key:s3cr3t@api.kwik.co.za/2.0 https://api.kwik.co.za/2.0?key=s3cr3t
  https://api.kwik.co.za/2.0? https://api.kwik.co.za/2.0#`.split(/\s+/);
const names = Object.keys(DEFAULTS).join(", ");
/** What is wrong with an option. */
const PROBLEMS =
  `baseUrl would send the secret unencrypted: use https, or set dangerouslyAllowHttp.
baseUrl must be an https URL, or http on loopback, without credentials or query.
baseUrl is empty: leave it out for https://api.kwik.co.za/2.0.
maxRetries must be a whole number from 0 to 100.
timeoutMs must be a number above 0 and below 2 ** 31.
fetch must be a function.
onAttempt must be a function.
onContractViolation must be a function.
apiKey is missing: pass it, or set KWIK_API_KEY.
apiSecret is missing: pass it, or set KWIK_API_SECRET.
apiKey must be a string without line breaks and colons.
apiSecret must be a string without line breaks.`.split("\n");
/** The values of which that is told. */
const VALUES = [
  elsewhere,
  [...unusable, null],
  [""],
  [-1, 0.5, NaN, 101, "2", null],
  [0, -1, NaN, 2 ** 31, "5", null],
  ...[1, 2, 3].map(() => ["fetch", 1, null, {}]),
  [undefined, ""],
  [undefined, ""],
  ["k3y:", "k3y\n", 1],
  ["s3cr3t\r\n", "\ud800", {}],
];
test.for([...PROBLEMS.entries()])("%i: %s", ([index, problem]) => {
  vi.stubEnv("KWIK_API_KEY", "");
  vi.stubEnv("KWIK_API_SECRET", undefined);
  const [option = ""] = problem.split(" ");
  for (const value of VALUES[index] ?? []) {
    const attempt = create({ [option]: value });
    expect(attempt).toThrow(new TypeError(problem));
    vi.stubGlobal("process", undefined);
    expect(attempt).toThrow(new TypeError(problem));
    vi.unstubAllGlobals();
  }
});

test("an unknown option is named, with those that there are", () => {
  expect(names).toMatch(/^apiKey, apiSecret, .*, dangerouslyAllowHttp$/);
  for (const option of ["timeout", "baseURL", "retries"]) {
    const message = `Unknown option ${option}: there are ${names}.`;
    expect(create({ [option]: undefined })).toThrow(new TypeError(message));
  }
});

test("so it is in a call, and nothing is sent", async () => {
  const { createPortalLink } = clientWith(unsent);
  const unknown = createPortalLink(request, { timeout: 5 } as never);
  const message = "Unknown option timeout: there are signal, timeoutMs.";
  await expect(unknown).rejects.toThrow(new TypeError(message));
  for (const timeoutMs of [0, NaN, 2 ** 31, "5" as never])
    await expect(createPortalLink(request, { timeoutMs })).rejects.toThrow(
      "2 ** 31",
    );
});

const accepted = `https://gateway.example/kwik/ HTTPS://Gateway.Example:8443//
  https://gateway.example/@kwik/a@b http://localhost:4010 http://127.8.9.1/2.0
  http://[::1]:4010`.split(/\s+/);
test.for(accepted)("%s is accepted", async (given) => {
  const sent = given.toLowerCase().replace(/\/+$/, "") + PATH;
  for (const baseUrl of [given, new URL(given) as never])
    expect((await sentBy({ baseUrl })).url).toBe(sent);
});

test.for(elsewhere)("%s is allowed by an option", async (baseUrl) => {
  const link_url = "http://b.example/canary";
  const body = { status: true, result: { ...result, link_url } };
  const options = { baseUrl, dangerouslyAllowHttp: true };
  const fetch = ({ url }: Request) => {
    expect(url).toBe(baseUrl + PATH);
    return Response.json(body);
  };
  const call = clientWith(fetch, options).createPortalLink(request);
  await expect(call).resolves.toEqual(body.result);
  const text = { baseUrl, dangerouslyAllowHttp: "false" };
  expect(create(text)).toThrow("would send the secret unencrypted");
  for (const baseUrl of unusable)
    expect(create({ ...options, baseUrl })).toThrow("baseUrl must be");
});

const none = { apiKey: undefined, apiSecret: undefined };
test.for<[options: object, pair: string]>([
  [{ apiKey: "kéy", apiSecret: "s:ö:🔑" }, "kéy:s:ö:🔑"],
  [none, "env_key:env_secret"],
  [{ apiKey: "", apiSecret: "" }, "env_key:env_secret"],
  [{ ...none, apiKey: "own_key" }, "own_key:env_secret"],
])("credentials of %j are %s", async ([options, pair]) => {
  vi.stubEnv("KWIK_API_KEY", "env_key");
  vi.stubEnv("KWIK_API_SECRET", "env_secret");
  const { headers } = await sentBy(options);
  const basic = `Basic ${Buffer.from(pair).toString("base64")}`;
  expect(headers.get("Authorization")).toBe(basic);
});

const document = {};
const versions = { node: "24.0.0" };
const worker = { importScripts: () => {}, process: undefined };
test.for<[name: string, isBrowser: boolean, globals: object]>([
  ["a page", true, { document, process: undefined }],
  ["a Web Worker", true, worker],
  ["Electron's page", true, { document, process: { versions, type: "a" } }],
  ["jsdom in Node", false, { document, process: { versions } }],
  ["Electron itself", false, { process: { versions, type: "browser" } }],
  ["an older one", false, { ...worker, WebSocketPair: {} }],
])("%s is a browser: %s", ([, isBrowser, globals]) => {
  for (const entry of Object.entries(globals)) vi.stubGlobal(...entry);
  const message =
    "apiSecret is public in a browser: use a backend, or set dangerouslyAllowBrowser.";
  if (isBrowser) expect(create({})).toThrow(new TypeError(message));
  else expect(create({})).not.toThrow();
  expect(create({ dangerouslyAllowBrowser: true })).not.toThrow();
});

test("the documented defaults are those that the code has", async () => {
  for (const option of ["maxRetries", "timeoutMs", "fetch", "onAttempt"])
    expect(create({ [option]: undefined })).not.toThrow();
  for (const options of [{ maxRetries: 100 }, { timeoutMs: 2 ** 31 - 1 }])
    expect(create(options)).not.toThrow();
  expect(DEFAULTS.baseUrl).toContain("`https://api.kwik.co.za/2.0`");
  expect((await sentBy({})).url).toMatch("https://api.kwik.co.za/2.0/");
  vi.useFakeTimers();
  const refuse = vi.fn(() => Response.json({}, { status: 429 }));
  const eager = clientWith(refuse, { maxRetries: undefined });
  const calls = [eager, clientWith(never)].map((kwik) =>
    failureOf(kwik.createPortalLink(request)),
  );
  await vi.runAllTimersAsync();
  const [, late] = (await Promise.all(calls)) as KwikTimeoutError[];
  expect(refuse).toHaveBeenCalledTimes(1 + Number(DEFAULTS.maxRetries));
  expect(late?.timeoutMs).toBe(Number(DEFAULTS.timeoutMs?.replace("_", "")));
});
