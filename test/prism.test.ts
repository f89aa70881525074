import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "vitest";
import { startPrism } from "../scripts/prism/start-prism.js";
import { listen } from "./http.js";

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test.concurrent("a port in use is a sentence", async ({ expect }) => {
  await using other = await listen(createServer());
  const { port } = other;
  await expect(startPrism({ port })).rejects.toThrow(
    `Port ${port} is in use: stop what listens there, or choose another one with --port.`,
  );
});

test.concurrent("npm run prism ends with its parent", async ({ expect }) => {
  const args = ["--import", "tsx", "scripts/prism.ts", "--port", "0"];
  const parent = spawn(process.execPath, args);
  const [line] = (await once(parent.stdout, "data")) as [Buffer];
  const [url = ""] = /http:[\w.:/]+\d/.exec(line.toString()) ?? [];
  expect(await isUp(url)).toBe(true);
  // Not even a signal that nobody can handle leaves a Prism behind.
  parent.kill("SIGKILL");
  await expect.poll(() => isUp(url), { timeout: 60_000 }).toBe(false);
});
