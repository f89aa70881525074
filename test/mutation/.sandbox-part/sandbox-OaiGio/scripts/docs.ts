// @ts-nocheck
// npm run docs: openapi/, docs/ → generated/docs/, the hosted reference.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { buildSite } from "./docs/build-site.js";

const root = process.cwd();
// Where the site will be, and where the files of the repository can be read.
const { DOCS_URL: url, SOURCE_URL: sourceUrl } = process.env;

try {
  for (const [name, value] of Object.entries({
    DOCS_URL: url,
    SOURCE_URL: sourceUrl,
  }))
    if (value !== undefined && !/^https:\/\/.+\/$/.test(value))
      throw new Error(`${name} must be an https URL that ends in a slash.`);
  const files = await buildSite(root, { url, sourceUrl });
  // Built aside, so that a failure leaves the last reference as it was.
  const folder = join(root, "generated", "docs");
  const aside = join(root, "node_modules", ".cache", "docs");
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(aside, name), content);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  console.log(`generated/docs/: ${Object.keys(files).join(", ")}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
