// @ts-nocheck
// Every code sample of the reference is run as it stands, but for the address: against the mock.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCodeSamples } from "../../scripts/docs/contract.js";
import { serverUrl } from "../../src/contract/generated.js";
import { startMockServer, type MockServer } from "../../src/mock.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What the sample for the mock says, which takes any. */
const credentials = {
  KWIK_API_KEY: "any_key",
  KWIK_API_SECRET: "any_secret",
};
const MOCK = "http://127.0.0.1:4010/2.0";

let mock: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-samples-"));
  mock = await startMockServer({
    apiKey: credentials.KWIK_API_KEY,
    apiSecret: credentials.KWIK_API_SECRET,
  });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** File ending → how it is run. */
const COMMANDS: Record<string, (file: string) => Promise<[string, string[]]>> =
  {
    sh: (file) => Promise.resolve(["bash", [file]]),
    js: (file) => Promise.resolve([process.execPath, [file]]),
    py: (file) => Promise.resolve(["python3", [file]]),
    php: (file) => Promise.resolve(["php", [file]]),
    async ts(file) {
      const outfile = `${file}.mjs`;
      await build({
        entryPoints: [file],
        outfile,
        bundle: true,
        format: "esm",
        platform: "node",
        alias: { "kwik-portal-link": join(root, "src/index.ts") },
        nodePaths: [join(root, "node_modules")],
      });
      const bundled = await readFile(outfile, "utf8");
      await writeFile(outfile, bundled.replaceAll(serverUrl, mock.url));
      return [process.execPath, [outfile]];
    },
  };

async function run(fence: string, code: string, env: Record<string, string>) {
  const isModule = fence === "js" ? "mjs" : fence;
  const file = join(folder, `sample.${isModule}`);
  const local = code.replaceAll(serverUrl, mock.url).replaceAll(MOCK, mock.url);
  await writeFile(file, local);
  const [command, args] = (await COMMANDS[fence]?.(file)) ?? ["", []];
  return promisify(execFile)(command, args, {
    env: { PATH: process.env.PATH, ...env },
  }).then(
    ({ stdout, stderr }) => ({ failed: false, told: stdout + stderr }),
    (error: { code?: string; stdout: string; stderr: string }) => {
      if (error.code === "ENOENT")
        throw new Error(
          `${command} runs this sample, and is not installed: apt-get install --yes curl python3 php-cli`,
        );
      return { failed: true, told: error.stdout + error.stderr };
    },
  );
}

const samples = await readCodeSamples(root);

test("there is one for each language that can be run", () => {
  expect(new Set(samples.map(({ fence }) => fence))).toEqual(
    new Set(Object.keys(COMMANDS)),
  );
});

describe.for(samples)("$language", ({ fence, code }) => {
  test("creates a link", async () => {
    mock.reset();
    const { failed, told } = await run(fence, code, credentials);
    expect(failed, told).toBe(false);
    expect(told).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
    expect(mock.requests).toMatchObject([
      { method: "POST", body: { customer_id: "cus_abc123" } },
    ]);
  });

  if (code.includes(MOCK)) return; // It has a key of its own.

  test("says what was wrong", async () => {
    const { failed, told } = await run(fence, code, {
      ...credentials,
      KWIK_API_SECRET: "another",
    });
    // curl prints the failure, and leaves it at that.
    expect(failed).toBe(fence !== "sh");
    expect(told).toMatch(/Invalid API key provided/);
    expect(told).toContain("001");
  });

  test("names the documented server", () => {
    // The client knows it by itself.
    expect(code).toContain(fence === "ts" ? "kwik-portal-link" : serverUrl);
  });
});
