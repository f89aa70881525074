import { afterEach, describe, expect, test, vi } from "vitest";
import { createKwikClient, type KwikClientOptions } from "../../src/index.js";
import { sentBy } from "./answer.js";

afterEach(() => vi.unstubAllEnvs());

const authorizationOf = async (options: KwikClientOptions) =>
  (await sentBy(options)).headers.get("Authorization") ?? "";

const pair = (authorization: string) =>
  Buffer.from(authorization.replace(/^Basic /, ""), "base64").toString();

test("the key is the user name and the secret the password", async () => {
  expect(await authorizationOf({ apiKey: "key", apiSecret: "secret" })).toBe(
    `Basic ${btoa("key:secret")}`,
  );
});

test("a secret may hold a colon and any letter", async () => {
  expect(
    pair(await authorizationOf({ apiKey: "kéy", apiSecret: "s:ö:🔑" })),
  ).toBe("kéy:s:ö:🔑");
});

test("both come from the environment when they are not given", async () => {
  vi.stubEnv("KWIK_API_KEY", "env_key");
  vi.stubEnv("KWIK_API_SECRET", "env_secret");
  expect(pair(await authorizationOf({}))).toBe("env_key:env_secret");
});

test("an option wins over the environment", async () => {
  vi.stubEnv("KWIK_API_KEY", "env_key");
  vi.stubEnv("KWIK_API_SECRET", "env_secret");
  expect(pair(await authorizationOf({ apiKey: "own_key" }))).toBe(
    "own_key:env_secret",
  );
});

test("a runtime without an environment asks for the key", () => {
  vi.stubGlobal("process", undefined);
  try {
    expect(() => createKwikClient()).toThrow("apiKey is missing");
  } finally {
    vi.unstubAllGlobals();
  }
});

describe("createKwikClient refuses credentials that cannot be sent", () => {
  test.for([
    [
      { apiSecret: "s3cr3t" },
      "apiKey is missing: pass it, or set KWIK_API_KEY.",
    ],
    [
      { apiKey: "k3y" },
      "apiSecret is missing: pass it, or set KWIK_API_SECRET.",
    ],
    [{ apiKey: "", apiSecret: "s3cr3t" }, "apiKey is missing"],
    [{ apiKey: "k3y", apiSecret: "" }, "apiSecret is missing"],
    [
      { apiKey: "k3y:s3cr3t", apiSecret: "s3cr3t" },
      "apiKey must be a string without line breaks or, in a key, colons.",
    ],
    [
      { apiKey: "k3y\n", apiSecret: "s3cr3t" },
      "apiKey must be a string without line breaks or, in a key, colons.",
    ],
    [
      { apiKey: "k3y", apiSecret: "s3cr3t\r\n" },
      "apiSecret must be a string without line breaks",
    ],
    [
      { apiKey: 1, apiSecret: "s3cr3t" },
      "apiKey must be a string without line breaks or, in a key, colons.",
    ],
    [
      { apiKey: "k3y", apiSecret: { s3cr3t: "s3cr3t" } },
      "apiSecret must be a string without line breaks",
    ],
  ] as const)("%j: %s", ([options, message], { expect }) => {
    vi.stubEnv("KWIK_API_KEY", undefined);
    vi.stubEnv("KWIK_API_SECRET", undefined);
    let error: unknown;
    try {
      createKwikClient(options as never);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toMatch(/k3y|s3cr3t/);
  });
});
