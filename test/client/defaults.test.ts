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
  expect(() => createKwikClient(credentials)).toThrow(
    "apiSecret is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
  );
  expect(() =>
    createKwikClient({ ...credentials, dangerouslyAllowBrowser: true }),
  ).not.toThrow();
});

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
