// @ts-nocheck
// The files of the reference, and the links in them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildSite } from "../../scripts/docs/build-site.js";
import { serveFolder } from "../../scripts/docs/serve-folder.js";
import { brokenLinks } from "../guides/broken-links.js";
import { contract } from "../contract/document.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const docs = join(root, "generated/docs");
const read = (name: string) => readFile(join(docs, name), "utf8");

const files = (await readdir(docs)).sort();
/** The pages without a script. */
const pages = files.filter((name) => /(?<!index)\.html$/.test(name));

test("it is the pages, and these files", async () => {
  expect(files.filter((name) => !pages.includes(name))).toEqual([
    "favicon.svg",
    "index.html",
    "llms.txt",
    "og.png",
    "openapi.json",
    "openapi.yaml",
    "reference.md",
    "robots.txt",
  ]);
  for (const folder of ["docs", "openapi/guides"])
    for (const guide of await readdir(join(root, folder)))
      expect(pages).toContain(guide.replace(/\.md$/, ".html"));
});

test("both forms of the contract are the contract", async () => {
  expect(JSON.parse(await read("openapi.json"))).toEqual(contract);
  expect(parse(await read("openapi.yaml"))).toEqual(contract);
});

test("the static page is the whole reference in 33 kB of brotli at most", async () => {
  const html = await read("reference.html");
  expect(brotliCompressSync(html).length).toBeLessThan(33_000);
  expect(html).not.toContain("<script");
});

test.for(["index.html", "reference.html"])(
  "%s says what it is",
  async (name, { expect }) => {
    const html = await read(name);
    expect(html).toMatch(/<title>Kwik customer portal link: .*reference</);
    for (const tag of [
      '<meta name="description" content="Turn a customer id into a link',
      '<meta property="og:title"',
      '<meta property="og:description"',
      '<link rel="icon" href="data:image/svg+xml,',
    ])
      expect(html).toContain(tag);
  },
);

describe("a site with an address", async () => {
  const url = "https://docs.example/kwik/";
  const sourceUrl = "https://code.example/blob/main/";
  const site = await buildSite(root, { url, sourceUrl });
  const text = (name: string) => String(site[name]);

  test("has canonical links and an image", () => {
    for (const [name, address] of [
      ["index.html", url],
      ["link.html", `${url}link.html`],
    ] as const)
      for (const tag of [
        `<link rel="canonical" href="${address}" />`,
        `<meta property="og:url" content="${address}" />`,
        `<meta property="og:image" content="${url}og.png" />`,
      ])
        expect(text(name)).toContain(tag);
  });

  test("tells robots of every page", () => {
    expect(text("robots.txt")).toContain(`Sitemap: ${url}sitemap.xml`);
    const told = text("sitemap.xml").match(/(?<=<loc>)[^<]+/g);
    expect(told?.sort()).toEqual(
      [
        url,
        ...pages
          .filter((name) => name !== "404.html")
          .map((name) => url + name),
      ].sort(),
    );
  });

  test("finds its other pages from any address that has none", () => {
    const targets = linksIn(text("404.html"));
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect(target).toMatch(/^(https:|#)/);
  });

  test("leads to the files of the repository", () => {
    expect(text("readme.html")).toContain(`href="${sourceUrl}openapi/`);
  });
});

function linksIn(html: string): string[] {
  const body = html.slice(html.indexOf("<body>"));
  return [...body.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href);
}

test.for(["generated/docs/reference.md", "generated/docs/llms.txt"])(
  "every link in %s leads somewhere",
  async (paper, { expect }) => {
    expect(await brokenLinks(paper)).toEqual([]);
  },
);

test.for(pages)("the links of %s lead somewhere", async (name, { expect }) => {
  const targets = linksIn(await read(name));
  expect(targets.length).toBeGreaterThan(3);
  for (const target of targets.filter((href) => !/^https?:/.test(href))) {
    const [file = "", anchor] = target.split("#");
    expect(files).toContain(file || name);
    if (anchor !== undefined)
      expect(
        (await read(file || name)).includes(`id="${anchor}"`),
        target,
      ).toBe(true);
  }
});

test("docs:serve serves these files, and nothing else", async () => {
  const site = await serveFolder(docs);
  const status = async (path: string) => {
    const response = await fetch(site.url + path);
    await response.text();
    return `${response.status} ${response.headers.get("content-type")}`;
  };
  expect(await status("/")).toBe("200 text/html; charset=utf-8");
  expect(await status("/openapi.json")).toBe("200 application/json");
  for (const path of ["/nothing", "/..%2fopenapi.json", "/%2e%2e/schema.d.ts"])
    expect(await status(path)).toBe("404 text/html; charset=utf-8");
  for (const encoding of ["br", "gzip", "identity"]) {
    const headers = { "Accept-Encoding": encoding };
    const response = await fetch(`${site.url}/openapi.json`, { headers });
    expect(response.headers.get("content-encoding") ?? "identity").toBe(
      encoding,
    );
    expect(await response.json()).toEqual(contract);
  }
  await expect(
    serveFolder(docs, Number(new URL(site.url).port)),
  ).rejects.toThrow(/^Port \d+ is in use: stop what listens there/);
  await site.close();
});
