// @ts-nocheck
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { copyContract } from "../generate/contract-copy.js";
import { listen } from "../listen.js";
import { startPrism } from "../../scripts/prism/start-prism.js";

test.concurrent("a port in use is a clear failure", async ({ expect }) => {
  await using other = await listen(createServer());
  const { port } = other;
  await expect(startPrism({ port })).rejects.toThrow(
    `Port ${port} is in use: stop what listens there, or choose another one with --port.`,
  );
});

test.concurrent(
  "a Prism that ends before it listens says why",
  async ({ expect }) => {
    await using copy = await copyContract();
    const document = join(copy.root, "broken.json");
    await writeFile(document, '{"openapi":');
    await expect(startPrism({ document })).rejects.toThrow(
      /^Prism ended before it listened \(exit 1\): Error parsing .*broken\.json/,
    );
  },
);

test.concurrent(
  "a killed parent leaves no Prism behind",
  async ({ expect }) => {
    const parent = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "--input-type=module",
        "-e",
        `import { startPrism } from ${JSON.stringify(new URL("../../scripts/prism/start-prism.ts", import.meta.url).href)}; console.log((await startPrism()).url);`,
      ],
      {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const { hostname, port } = new URL(line.toString().trim());
    const connection = connect(Number(port), hostname);
    await once(connection, "connect");
    parent.kill("SIGKILL");
    // The connection ends when Prism does.
    await once(connection.resume(), "close");
    await expect(fetch(line.toString().trim())).rejects.toThrow();
  },
);

test.concurrent("stopping ends the process", async ({ expect }) => {
  const prism = await startPrism();
  await prism.stop();
  expect(prism.process.exitCode ?? prism.process.signalCode).not.toBeNull();
});
