// npm run docs: openapi/ → generated/docs/, the hosted reference.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { stringify } from "yaml";
import { readCodeSamples, type ContractDocument } from "./docs/contract.js";
import { readAsset } from "./docs/fill-template.js";
import { llmsTxt } from "./docs/llms.js";
import { referenceMarkdown } from "./docs/markdown.js";
import { redocPage } from "./docs/redoc.js";
import { staticPage } from "./docs/static.js";

const root = process.cwd();
// Where the reference is hosted, for canonical links.
const siteUrl = process.env.DOCS_URL;

try {
  if (siteUrl !== undefined && !/^https:\/\/.+\/$/.test(siteUrl))
    throw new Error("DOCS_URL must be an https URL that ends in a slash.");
  const json = await readFile(join(root, "generated/openapi.json"), "utf8");
  const document = JSON.parse(json) as ContractDocument;
  const samples = await readCodeSamples(root);
  const markdown = referenceMarkdown(document, samples);
  const files = {
    "index.html": await redocPage(root, document, samples, siteUrl),
    "reference.html": await staticPage(document, markdown, siteUrl),
    "reference.md": markdown,
    "llms.txt": llmsTxt(document),
    "openapi.json": json,
    "openapi.yaml": stringify(document, { aliasDuplicateObjects: false }),
    "favicon.svg": await readAsset("favicon.svg"),
  };
  // Built aside, so that a failure leaves the last reference as it was.
  const folder = join(root, "generated", "docs");
  const aside = join(root, "node_modules", ".cache", "docs");
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  for (const [name, text] of Object.entries(files))
    await writeFile(join(aside, name), text);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  console.log(`generated/docs/: ${Object.keys(files).join(", ")}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
