// @ts-nocheck
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { readCodeSamples, type ContractDocument } from "./contract.js";
import { readAsset } from "./fill-template.js";
import { llmsTxt } from "./llms.js";
import { staticPage, type Site } from "./page.js";
import { readPages, type Page } from "./pages.js";
import { redocPage } from "./redoc.js";

/** File → content of the hosted reference. */
export async function buildSite(
  root: string,
  place: Pick<Site, "url" | "sourceUrl"> = {},
): Promise<Record<string, string | Buffer>> {
  const json = await readFile(join(root, "generated/openapi.json"), "utf8");
  const document = JSON.parse(json) as ContractDocument;
  const samples = await readCodeSamples(root);
  const pages = await readPages(root, document, samples);
  const site = { ...place, document, pages };
  const html = await Promise.all(
    pages.map(
      async (page) =>
        [`${page.name}.html`, await staticPage(site, page)] as const,
    ),
  );
  const notFound = await staticPage(site, NOT_FOUND);
  return {
    "index.html": await redocPage(root, site, samples),
    ...Object.fromEntries(html),
    // It is shown under any address, however deep.
    "404.html": notFound.replace(
      /(?<=<a\b[^>]* href=")(?=[\w.-]+")/g,
      place.url ?? "",
    ),
    "reference.md": pages[0]?.markdown ?? "",
    "llms.txt": llmsTxt(site),
    "openapi.json": json,
    "openapi.yaml": stringify(document, { aliasDuplicateObjects: false }),
    "favicon.svg": await readAsset("favicon.svg"),
    "og.png": await readFile(new URL("og.png", import.meta.url)),
    ...forRobots(site),
  };
}

const NOT_FOUND: Page = {
  name: "404",
  title: "Page not found",
  markdown: "# Page not found\n\nThe pages that there are stand in the menu.\n",
  source: "404.md",
  about: "operation",
};

function forRobots({ pages, url }: Site): Record<string, string> {
  if (url === undefined) return { "robots.txt": "User-agent: *\nAllow: /\n" };
  const addresses = ["", ...pages.map(({ name }) => `${name}.html`)].map(
    (file) => `<url><loc>${new URL(file, url).href}</loc></url>`,
  );
  return {
    "robots.txt": `User-agent: *\nAllow: /\nSitemap: ${new URL("sitemap.xml", url).href}\n`,
    "sitemap.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.join("")}</urlset>\n`,
  };
}
