// Every documented default, in the docstrings and in the README, is the one that the code has.
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKwikClient, KwikTimeoutError } from "../../src/index.js";
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
  expect(() => createKwikClient(credentials)).toThrow(
    "apiSecret is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
  );
  expect(() =>
    createKwikClient({ ...credentials, dangerouslyAllowBrowser: true }),
  ).not.toThrow();
});

const node = { versions: { node: "24.0.0" } };
test.for([
  ["a page", true, { document: {}, process: undefined }],
  [
    "a page with a bundler's process",
    true,
    { document: {}, process: { env: {}, versions: {} } },
  ],
  ["a Web Worker", true, { importScripts: () => {}, process: undefined }],
  [
    "Electron's renderer with Node",
    true,
    {
      document: {},
      process: {
        versions: { node: "24.0.0", electron: "40.0.0" },
        type: "renderer",
      },
    },
  ],
  ["jsdom or happy-dom in Node", false, { document: {}, process: node }],
  [
    "Electron's main process",
    false,
    {
      process: {
        versions: { node: "24.0.0", electron: "40.0.0" },
        type: "browser",
      },
    },
  ],
  ["Node", false, { process: node }],
  [
    "a Cloudflare Worker",
    false,
    { WorkerGlobalScope: class {}, process: undefined },
  ],
] as const)("%s is a browser: %s", ([, isBrowser, globals], { expect }) => {
  for (const [name, value] of Object.entries(globals))
    vi.stubGlobal(name, value);
  let thrown: unknown;
  try {
    createKwikClient(credentials);
  } catch (error) {
    thrown = error;
  }
  vi.unstubAllGlobals();
  if (isBrowser)
    expect(thrown).toHaveProperty(
      "message",
      expect.stringContaining("public in a browser"),
    );
  else expect(thrown).toBeUndefined();
});

test.for([-1, 0.5, NaN, Infinity, 101, "2", null])(
  "a maxRetries of %s is refused",
  (maxRetries, { expect }) => {
    expect(() =>
      createKwikClient({ ...credentials, maxRetries: maxRetries as number }),
    ).toThrow("maxRetries must be a whole number from 0 to 100.");
  },
);

test.for([0, -1, NaN, Infinity, 2 ** 31, "soon"])(
  "a timeoutMs of %s is refused, for a client and for a call",
  async (timeoutMs, { expect }) => {
    const message = "timeoutMs must be above 0 and below 2 ** 31.";
    expect(() =>
      createKwikClient({ ...credentials, timeoutMs: timeoutMs as number }),
    ).toThrow(message);
    await expect(
      createKwikClient(credentials).createPortalLink(request, {
        timeoutMs: timeoutMs as number,
      }),
    ).rejects.toThrow(message);
  },
);
