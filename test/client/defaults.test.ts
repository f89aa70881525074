// Every documented default, in the docstrings and in the README, is the one that the code has.
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createKwikClient,
  KwikTimeoutError,
  type KwikClientOptions,
} from "../../src/index.js";
import { credentials, request, sentBy } from "./answer.js";

const source = await readFile(
  new URL("../../src/client/create-kwik-client.ts", import.meta.url),
  "utf8",
);
const readme = await readFile(
  new URL("../../README.md", import.meta.url),
  "utf8",
);

/** What the docstring of an option says after `@default`. */
function documented(option: string): string {
  const [, value = ""] =
    new RegExp(`@default (.*?) \\*/\\n *${option}\\?:`).exec(source) ?? [];
  return value;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.for([
  "apiKey",
  "apiSecret",
  "baseUrl",
  "fetch",
  "timeoutMs",
  "maxRetries",
  "onContractViolation",
  "onAttempt",
  "dangerouslyAllowBrowser",
])(
  "the default of %s is the same in the docstring and in the README",
  (option, { expect }) => {
    const [, inReadme = ""] =
      new RegExp(`^\\| \`${option}\` +\\| (.*?) +\\|`, "m").exec(readme) ?? [];
    expect(documented(option)).not.toBe("");
    expect(inReadme.replaceAll("`", "")).toBe(
      documented(option).replaceAll("`", ""),
    );
  },
);

test("timeoutMs", async () => {
  const ms = Number(documented("timeoutMs").replaceAll("_", ""));
  const kwik = createKwikClient({
    ...credentials,
    fetch: () => new Promise(() => {}),
  });
  let error: unknown;
  void kwik
    .createPortalLink(request)
    .catch((thrown: unknown) => (error = thrown));
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(error).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(error).toBeInstanceOf(KwikTimeoutError);
  expect(error).toHaveProperty("timeoutMs", ms);
});

test("maxRetries", async () => {
  const send = vi.fn(() =>
    Promise.resolve(
      Response.json(
        { status: false },
        { status: 429, headers: { "Retry-After": "0" } },
      ),
    ),
  );
  const call = createKwikClient({ ...credentials, fetch: send })
    .createPortalLink(request)
    .catch(() => {});
  await vi.runAllTimersAsync();
  await call;
  expect(send).toHaveBeenCalledTimes(1 + Number(documented("maxRetries")));
});

test("baseUrl", async () => {
  const [, url = ""] = /`(https:.*?)`/.exec(documented("baseUrl")) ?? [];
  expect((await sentBy(credentials)).url).toBe(`${url}/customer-portal/link`);
});

test("dangerouslyAllowBrowser", () => {
  expect(documented("dangerouslyAllowBrowser")).toBe("false");
  vi.stubGlobal("document", {});
  vi.stubGlobal("process", undefined);
  const create = (options: object) => () =>
    createKwikClient({ ...credentials, ...options });
  expect(create({})).toThrow(
    "apiSecret is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
  );
  expect(create({ dangerouslyAllowBrowser: true })).not.toThrow();
});

const document = {};
const node = { node: "24.0.0" };
const electron = { ...node, electron: "40.0.0" };
test.for<[name: string, isBrowser: boolean, globals: object, process?: object]>(
  [
    ["a page", true, { document }],
    ["a page with a bundler's process", true, { document }, { versions: {} }],
    ["a Web Worker", true, { importScripts: () => {} }],
    [
      "Electron's renderer with Node",
      true,
      { document },
      { versions: electron, type: "renderer" },
    ],
    [
      "a renderer that names its type alone",
      true,
      { document },
      { versions: node, type: "renderer" },
    ],
    ["jsdom or happy-dom in Node", false, { document }, { versions: node }],
    [
      "Electron's main process",
      false,
      {},
      { versions: electron, type: "browser" },
    ],
    ["Node", false, {}, { versions: node }],
    ["a Cloudflare Worker", false, { WorkerGlobalScope: class {} }],
  ],
)("%s is a browser: %s", ([, isBrowser, globals, process], { expect }) => {
  for (const [name, value] of Object.entries({ ...globals, process }))
    vi.stubGlobal(name, value);
  const create = () => createKwikClient(credentials);
  if (isBrowser) expect(create).toThrow("public in a browser");
  else expect(create).not.toThrow();
});

test.for([
  [
    "maxRetries must be a whole number from 0 to 100.",
    [-1, 0.5, NaN, Infinity, 101, "2", null].map((maxRetries) => ({
      maxRetries,
    })),
  ],
  [
    "timeoutMs must be a number above 0 and below 2 ** 31.",
    [0, -1, NaN, Infinity, 2 ** 31, "soon", "5000"].map((timeoutMs) => ({
      timeoutMs,
    })),
  ],
] as const)("%s", async ([message, all], { expect }) => {
  for (const options of all as readonly KwikClientOptions[]) {
    const create = () => createKwikClient({ ...credentials, ...options });
    expect(create, String(Object.values(options))).toThrow(message);
    if (!("timeoutMs" in options)) continue;
    const { createPortalLink } = createKwikClient(credentials);
    await expect(createPortalLink(request, options)).rejects.toThrow(message);
  }
});

test.for(["fetch", "onAttempt", "onContractViolation"])(
  "%s must be a function",
  (option, { expect }) => {
    for (const value of ["fetch", 1, null, {}])
      expect(() =>
        createKwikClient({ ...credentials, [option]: value }),
      ).toThrow(`${option} must be a function.`);
  },
);

test.for([
  { maxRetries: 0 },
  { maxRetries: 100 },
  { timeoutMs: 0.1 },
  { timeoutMs: 2 ** 31 - 1 },
])("%j is accepted", (options, { expect }) => {
  expect(() => createKwikClient({ ...credentials, ...options })).not.toThrow();
});
