import { afterEach, expect, test, vi } from "vitest";
import { createKwikClient, type KwikClientOptions } from "../../src/index.js";
import { sentBy } from "./answer.js";

afterEach(() => vi.unstubAllEnvs());

test.for<[name: string, options: KwikClientOptions, pair: string]>([
  ["a pair", { apiKey: "key", apiSecret: "secret" }, "key:secret"],
  ["any letter", { apiKey: "kéy", apiSecret: "s:ö:🔑" }, "kéy:s:ö:🔑"],
  ["none, but in the environment", {}, "env_key:env_secret"],
  ["one of two", { apiKey: "own_key" }, "own_key:env_secret"],
])("credentials, %s", async ([, options, pair], { expect }) => {
  vi.stubEnv("KWIK_API_KEY", "env_key");
  vi.stubEnv("KWIK_API_SECRET", "env_secret");
  const { headers } = await sentBy(options);
  expect(headers.get("Authorization")).toBe(
    `Basic ${Buffer.from(pair).toString("base64")}`,
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

const missing = (option: string, variable: string) =>
  `${option} is missing: pass it, or set ${variable}.`;
const unusable = (option: string) =>
  `${option} must be a string without line breaks${option === "apiKey" ? " and colons" : ""}.`;
const apiKey = "k3y";
const apiSecret = "s3cr3t";

test.for([
  [{ apiSecret }, missing("apiKey", "KWIK_API_KEY")],
  [{ apiKey }, missing("apiSecret", "KWIK_API_SECRET")],
  [{ apiKey: "", apiSecret }, missing("apiKey", "KWIK_API_KEY")],
  [{ apiKey, apiSecret: "" }, missing("apiSecret", "KWIK_API_SECRET")],
  [{ apiKey: "k3y:s3cr3t", apiSecret }, unusable("apiKey")],
  [{ apiKey: "k3y\n", apiSecret }, unusable("apiKey")],
  [{ apiKey, apiSecret: "s3cr3t\r\n" }, unusable("apiSecret")],
  [{ apiKey: 1, apiSecret }, unusable("apiKey")],
  [{ apiKey, apiSecret: { s3cr3t: "s3cr3t" } }, unusable("apiSecret")],
] as const)("%j are refused: %s", ([options, message], { expect }) => {
  vi.stubEnv("KWIK_API_KEY", undefined);
  vi.stubEnv("KWIK_API_SECRET", undefined);
  expect(() => createKwikClient(options as never)).toThrow(
    new TypeError(message),
  );
});
