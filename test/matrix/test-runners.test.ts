import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGuides } from "../guides/read-guides.js";
import { bundleProgram } from "./bundle-program.js";
import { consumer, nodePath, print } from "./consumer.js";

const sampleOf = (runner: string) =>
  readFile(join(consumer, runner, "portal-link.test.js"), "utf8");

test("the README's sample runs under vitest, and under Jest without an import of its test functions", async () => {
  const sample = await sampleOf("vitest");
  const { "README.md": readme } = await readGuides();
  expect(readme).toContain(`\`\`\`js\n${sample}\`\`\``);
  const globals = sample.replace(/^import .* from "vitest";\n/m, "");
  expect(await sampleOf("jest")).toBe(globals);
});

test("vitest runs the sample and the probe in node, jsdom and happy-dom", async () => {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--root", "vitest"];
  const output = await print([nodePath(22), ...vitest]);
  expect(output).toMatch(/Tests +9 passed \(9\)/);
});

test.for([20, 22, 24, 26])(
  "Jest runs the sample and the probe by its defaults, with babel-jest and with ts-jest, on Node %s",
  async (version) => {
    // By its defaults Jest takes CommonJS alone.
    const folder = join(consumer, "node_modules/.programs");
    await mkdir(folder, { recursive: true });
    const options = { format: "cjs", packages: "external" } as const;
    const probe = await bundleProgram("probe.js", options);
    await writeFile(join(folder, "probe.cjs"), probe);
    const jest = join(consumer, "node_modules/jest/bin/jest.js");
    const output = await print([nodePath(version), jest], "jest");
    expect(output).toMatch(/Tests: +6 passed, 6 total/);
  },
);
