// @ts-nocheck
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { startMockServer } from "../../src/mock.js";

const node = (version: number) => [`node_modules/node-${version}/bin/node`];
const runtimes: [string, string[]][] = [
  ["Node 20.19", node(20)],
  ["Node 22.12", node(22)],
  ["Node 24", node(24)],
  ["Node 26", node(26)],
  ["Bun", ["node_modules/.bin/bun"]],
  [
    "Deno",
    [
      "node_modules/.bin/deno",
      "run",
      "--no-lock",
      "--node-modules-dir=manual",
      "--allow-net=127.0.0.1",
      "--allow-env=KWIK_API_KEY,KWIK_API_SECRET",
      // Only for `require`.
      "--allow-read",
    ],
  ],
];

test.for(runtimes)("the probe passes on %s", async ([, command]) => {
  expect(await run([...command, "programs/run-probe.js"])).toEqual([]);
});

test.for(runtimes)(
  "require and import give one class on %s",
  async ([, command]) => {
    expect(await run([...command, "programs/one-class.cjs"])).toBe(1);
  },
);

test("the probe passes on workerd, with a mock outside", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kwik-worker-"));
  const bundle = join(folder, "worker.js");
  await build({
    entryPoints: [join(import.meta.dirname, "programs/worker.js")],
    bundle: true,
    format: "esm",
    outfile: bundle,
  });
  const server = await startMockServer();
  const program = [...node(22), "programs/run-worker.js"];
  expect(await run([...program, bundle, server.url])).toEqual([]);
  await server.close();
  await rm(folder, { recursive: true });
});

/** What the program prints, as JSON. */
async function run([command = "", ...args]: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: import.meta.dirname,
    timeout: 50_000,
  });
  return JSON.parse(stdout);
}
