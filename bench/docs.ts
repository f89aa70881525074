// npm run bench:docs: the reference beside Redoc's defaults, Swagger UI and Scalar, on the same contract.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { serveFolder } from "../scripts/docs/serve-folder.js";
import { startChromium } from "../test/docs/chromium.js";
import { checkBudget, checkRatio, measure, median } from "./measure.js";
import { print, writeSection } from "./page.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/bench-docs");
const read = (name: string) => readFileSync(join(folder, name));
const write = (name: string, html: string) =>
  writeFileSync(join(folder, name), `<!doctype html>${html}`);
const copy = (path: string) =>
  copyFileSync(join(root, path), join(folder, basename(path)));

const title = (text: string) => `<meta charset="utf-8"><title>${text}</title>`;
const SWAGGER = `${title("Swagger UI")}<link rel="stylesheet" href="swagger-ui.css"><div id="ui"></div><script src="swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#ui" })</script>`;
const SCALAR = `${title("Scalar")}<div id="app"></div><script src="standalone.js"></script><script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>`;

/** Page → the files that it loads. */
const PAGES: Record<string, string[]> = {
  "bare.html": [],
  "line.html": [],
  "reference.html": [],
  "index.html": [],
  "redoc.html": [],
  "swagger.html": ["swagger-ui.css", "swagger-ui-bundle.js", "openapi.json"],
  "scalar.html": ["standalone.js", "openapi.json"],
};

// As text, because tsx would put names of its own into a function.
const until = (condition: string) => `(async () => {
  let value;
  while (!(value = ${condition}) && performance.now() < 15_000)
    await new Promise(requestAnimationFrame);
  return value || NaN;
})()`;
// Redoc renders the operation when it comes near.
const OPERATION_SHOWN = until(`(scrollTo(0, document.body.scrollHeight),
  /customer-portal\\/\\s*link/.test(document.body.innerText.replaceAll("\u200b", "")) && performance.now())`);
const FIRST_PAINT = until(
  'performance.getEntriesByName("first-contentful-paint")[0]?.startTime',
);

const shown: Record<string, number[]> = {};
mkdirSync(folder, { recursive: true });
buildPages();
const site = await serveFolder(folder);
const browser = await startChromium();
try {
  const measures: Record<string, () => Promise<number>> = {};
  for (const name of Object.keys(PAGES))
    measures[name] = () => firstPaint(name);
  const paints = await measure("First paint, ms", { rounds: 15 }, measures);
  printSizes();
  const { length } = brotliCompressSync(read("reference.html"));
  checkBudget("reference.html, bytes of brotli", length, { atMost: 33_000 });
  const { "reference.html": reference = [], "bare.html": bare = [] } = paints;
  checkRatio("reference.html to bare.html", reference, bare, { atMost: 1.2 });
} finally {
  await browser.close();
  await site.close();
}
await writeSection("bench:docs");

function buildPages(): void {
  copy("generated/docs/index.html");
  copy("generated/docs/reference.html");
  copy("generated/openapi.json");
  write("line.html", "<title>A line</title><h1>customer-portal/link</h1>");
  // The same text in bare HTML: no style, no policy, no metadata.
  const [, main = ""] =
    /<main>([^]*)<\/main>/.exec(String(read("reference.html"))) ?? [];
  write("bare.html", `<title>Bare</title>${main}`);
  const { resolve } = createRequire(import.meta.url);
  const cli = join(dirname(resolve("@redocly/cli/package.json")), "bin/cli.js");
  const args = ["build-docs", "openapi.json", "--inlineBundle"];
  execFileSync(process.execPath, [cli, ...args, "--output", "redoc.html"], {
    cwd: folder,
    env: { PATH: process.env.PATH, REDOCLY_TELEMETRY: "off" },
    stdio: "ignore",
  });
  // Redoc's default asks another host for a logo; it is measured without that wait.
  const logo = /https:\/\/cdn\.redoc\.ly\/[\w/.-]+/g;
  const redoc = String(read("redoc.html")).replaceAll(logo, "data:,");
  writeFileSync(join(folder, "redoc.html"), redoc);
  const peers = "bench/node_modules";
  copy(`${peers}/swagger-ui-dist/swagger-ui.css`);
  copy(`${peers}/swagger-ui-dist/swagger-ui-bundle.js`);
  copy(`${peers}/@scalar/api-reference/dist/browser/standalone.js`);
  write("swagger.html", SWAGGER);
  write("scalar.html", SCALAR);
}

/** ms from the start of the navigation. Until the operation's path can be read goes to `shown`. */
async function firstPaint(name: string) {
  const page = await browser.newPage();
  try {
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.route(
      ({ hostname }) => hostname !== "127.0.0.1",
      (route) => route.abort(),
    );
    await page.goto(`${site.url}/${name}`);
    (shown[name] ??= []).push(await page.evaluate<number>(OPERATION_SHOWN));
    return await page.evaluate<number>(FIRST_PAINT);
  } finally {
    await page.close();
  }
}

function printSizes(): void {
  print("| Size | kB | gzip | brotli | ms until the operation is shown |");
  print("| --- | ---: | ---: | ---: | ---: |");
  const encodings = [(file: Buffer) => file, gzipSync, brotliCompressSync];
  for (const [name, loaded] of Object.entries(PAGES)) {
    const files = [name, ...loaded].map(read);
    const sizes = encodings.map((encode) =>
      files.reduce((sum, file) => sum + encode(file).length / 1000, 0),
    );
    const cells = [...sizes, median(shown[name] ?? [])];
    print(`| ${name} | ${cells.map((cell) => cell.toFixed(1)).join(" | ")} |`);
  }
  print("");
}
