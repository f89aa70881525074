import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readGuides } from "../../../guides/read-guides.js";

const { dirname } = import.meta;
const sample = await readFile(join(dirname, "msw.js"), "utf8");

test("the guide has the sample word for word", async () => {
  const { "docs/test-runners.md": guide } = await readGuides();
  expect(guide).toContain(`\`\`\`js\n${sample}\`\`\``);
});

test.for(["msw", "msw-3"])("the guide's sample runs with %s", async (name) => {
  const folder = await mkdtemp(join(dirname, "../node_modules/.msw-"));
  const program = join(folder, "sample.test.mjs");
  await writeFile(program, sample.replace(/from "msw\b/g, `from "${name}`));
  const args = ["--test", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(/pass 1\b/);
  await rm(folder, { recursive: true });
});
