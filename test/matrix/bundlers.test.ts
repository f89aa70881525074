// What an import of the package leaves in a minified bundle.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumer, print } from "./consumer.js";

// Where the package is found, and Git looks away.
const folder = join(consumer, "node_modules/.bundles");
beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true }));

test("types cost nothing", async () => {
  const bundles = await bundle(
    "types",
    ["", "/validate", "/mock"]
      .map((entryPoint) => `import {} from "kwik-portal-link${entryPoint}";`)
      .join("\n"),
  );
  expect(bundles).toEqual({ esbuild: "", rollup: "", vite: "", webpack: "" });
});

test("cancelTypes come without the client", async () => {
  const bundles = await bundle(
    "cancel-types",
    'import { cancelTypes } from "kwik-portal-link"; globalThis.out = cancelTypes;',
  );
  for (const [bundler, text] of Object.entries(bundles)) {
    expect(text, bundler).toContain("AFTER_BILLING_PERIOD");
    expect(text.length, bundler).toBeLessThanOrEqual(150);
  }
});

test("one schema of /validate comes without the others", async () => {
  const bundles = await bundle(
    "one-schema",
    'import { ErrorResponse } from "kwik-portal-link/validate"; globalThis.out = ErrorResponse;',
  );
  for (const [bundler, text] of Object.entries(bundles)) {
    expect(text, bundler).toContain("error_details");
    expect(text, bundler).not.toMatch(/products_ids|link_url/);
    expect(text.length, bundler).toBeLessThanOrEqual(4000);
  }
});

/** A bundle of the program for each bundler. */
async function bundle(
  name: string,
  program: string,
): Promise<Record<string, string>> {
  const path = join(folder, `${name}.js`);
  await writeFile(path, program);
  const output = await print(["node", "programs/bundlers.js", path]);
  return JSON.parse(output || "") as Record<string, string>;
}
