// The files of the reference, and the links in them.
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { serveFolder } from "../../scripts/docs/serve-folder.js";
import { brokenLinks } from "../guides/broken-links.js";
import { contract } from "../contract/document.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const docs = join(root, "generated/docs");
const read = (name: string) => readFile(join(docs, name), "utf8");

test("it is these files", async () => {
  expect((await readdir(docs)).sort()).toEqual([
    "favicon.svg",
    "index.html",
    "llms.txt",
    "openapi.json",
    "openapi.yaml",
    "reference.html",
    "reference.md",
  ]);
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
    for (const tag of [
      "<title>Kwik customer portal link: API reference</title>",
      '<meta name="description" content="Turn a customer id into a link',
      '<link rel="canonical" href="',
      '<meta property="og:title"',
      '<meta property="og:description"',
      '<link rel="icon" href="data:image/svg+xml,',
    ])
      expect(html).toContain(tag);
  },
);

test.for(["generated/docs/reference.md", "generated/docs/llms.txt"])(
  "every link in %s leads somewhere",
  async (paper, { expect }) => {
    expect(await brokenLinks(paper)).toEqual([]);
  },
);

test("the links of the static page lead somewhere", async () => {
  const html = await read("reference.html");
  const body = html.slice(html.indexOf("<body>"));
  const targets = [...body.matchAll(/href="([^"]+)"/g)].map(
    ([, href = ""]) => href,
  );
  expect(targets.length).toBeGreaterThan(3);
  for (const target of targets)
    await expect(access(join(docs, target)), target).resolves.toBeUndefined();
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
    expect(await status(path)).toBe("404 null");
  await expect(
    serveFolder(docs, Number(new URL(site.url).port)),
  ).rejects.toThrow(/^Port \d+ is in use: stop what listens there/);
  await site.close();
});
