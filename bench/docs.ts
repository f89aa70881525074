// npm run bench:docs: the reference beside Redoc's defaults, Swagger UI and Scalar, on the same contract.
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { serveFolder } from "../scripts/docs/serve-folder.js";
import { startChromium } from "../test/docs/chromium.js";
import { interleaved, median, ratioOf } from "./interleaved.js";

const BUDGETS = { staticBrotli: 33_000, staticPaint: 1.2 };
const ROUNDS = 15;

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = join(root, "generated", "docs");
const folder = mkdtempSync(join(tmpdir(), "kwik-bench-docs-"));

/** Page → the files that it loads. */
const PAGES = {
  "line.html": [],
  "bare.html": [],
  "reference.html": [],
  "index.html": [],
  "redoc.html": [],
  "swagger.html": ["swagger-ui.css", "swagger-ui-bundle.js", "openapi.json"],
  "scalar.html": ["standalone.js", "openapi.json"],
} satisfies Record<string, string[]>;

// As text, because tsx would put names of its own into a function.
const UNTIL_RENDERED = `(async () => {
  const isThere = () =>
    /customer-portal\\/\\s*link/.test(document.body.innerText.replaceAll("\u200b", ""));
  const deadline = performance.now() + 15_000;
  while (!isThere() && performance.now() < deadline) {
    scrollTo(0, document.body.scrollHeight);
    await new Promise(requestAnimationFrame);
  }
  return isThere() ? performance.now() : NaN;
})()`;

try {
  build();
  const site = await serveFolder(folder);
  const browser = await startChromium();
  const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
  const paints: Record<string, number[]> = {};
  const rendered: Record<string, number[]> = {};
  try {
    await interleaved(
      ROUNDS,
      Object.fromEntries(
        names.map((name) => [
          name,
          async () => {
            const times = await timesOf(browser, `${site.url}/${name}`);
            (paints[name] ??= []).push(times.paint);
            (rendered[name] ??= []).push(times.rendered);
            return times.paint;
          },
        ]),
      ),
    );
  } finally {
    await browser.close();
    await site.close();
  }
  report(names, paints, rendered);
} finally {
  rmSync(folder, { recursive: true });
}

function build(): void {
  const contract = join(root, "generated", "openapi.json");
  for (const name of ["index.html", "reference.html"])
    copyFileSync(join(docs, name), join(folder, name));
  copyFileSync(contract, join(folder, "openapi.json"));
  write(
    "line.html",
    "<!doctype html><title>A line</title><h1>customer-portal/link</h1>",
  );
  // The same text in bare HTML: no style, no policy, no metadata.
  const text = readFileSync(join(docs, "reference.html"), "utf8");
  const [, main = ""] = /<main>([^]*)<\/main>/.exec(text) ?? [];
  write("bare.html", `<!doctype html><title>Bare</title>${main}`);
  const cli = createRequire(import.meta.url).resolve(
    "@redocly/cli/package.json",
  );
  execFileSync(
    process.execPath,
    [
      join(dirname(cli), "bin", "cli.js"),
      ...["build-docs", contract, "--inlineBundle", "--output", "redoc.html"],
    ],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, REDOCLY_TELEMETRY: "off" },
      stdio: "ignore",
    },
  );
  // Redoc's default asks another host for a logo; it is measured without that wait.
  write(
    "redoc.html",
    readFileSync(join(folder, "redoc.html"), "utf8").replaceAll(
      /https:\/\/cdn\.redoc\.ly\/[\w/.-]+/g,
      "data:,",
    ),
  );
  const peers = join(root, "bench", "node_modules");
  const swagger = join(peers, "swagger-ui-dist");
  for (const name of ["swagger-ui.css", "swagger-ui-bundle.js"])
    copyFileSync(join(swagger, name), join(folder, name));
  write(
    "swagger.html",
    '<!doctype html><meta charset="utf-8"><title>Swagger UI</title><link rel="stylesheet" href="swagger-ui.css"><div id="ui"></div><script src="swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#ui" })</script>',
  );
  const scalar = join(
    peers,
    "@scalar/api-reference/dist/browser/standalone.js",
  );
  copyFileSync(scalar, join(folder, "standalone.js"));
  write(
    "scalar.html",
    '<!doctype html><meta charset="utf-8"><title>Scalar</title><div id="app"></div><script src="standalone.js"></script><script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>',
  );
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** ms from the start of the navigation to the first paint, and until the operation's path is to be read. */
async function timesOf(browser: Browser, url: string) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
  });
  try {
    const page = await context.newPage();
    // Nothing but this machine is there to be asked.
    await page.route(
      (asked) => asked.hostname !== "127.0.0.1",
      (route) => route.abort(),
    );
    await page.goto(url);
    // Redoc renders the operation when it comes near.
    const rendered = await page.evaluate<number>(UNTIL_RENDERED);
    await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint").length > 0,
    );
    const paint = await page.evaluate(
      () =>
        performance.getEntriesByName("first-contentful-paint")[0]?.startTime ??
        NaN,
    );
    return { paint, rendered };
  } finally {
    await context.close();
  }
}

function report(
  names: (keyof typeof PAGES)[],
  paints: Record<string, number[]>,
  rendered: Record<string, number[]>,
): void {
  const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(9);
  const ms = (times: number[] = []) => median(times).toFixed(0).padStart(13);
  console.log(
    "page               raw kB     gzip   brotli  first paint ms   operation ms",
  );
  for (const name of names) {
    const files = [name, ...PAGES[name]].map((file) =>
      readFileSync(join(folder, file)),
    );
    const sum = (sizeOf: (file: Buffer) => number) =>
      files.reduce((all, file) => all + sizeOf(file), 0);
    console.log(
      name.padEnd(15) +
        kB(sum((file) => file.length)) +
        kB(sum((file) => gzipSync(file).length)) +
        kB(sum((file) => brotliCompressSync(file).length)) +
        `${ms(paints[name])}    ${ms(rendered[name])}`,
    );
  }
  const brotli = brotliCompressSync(
    readFileSync(join(folder, "reference.html")),
  ).length;
  const paint = ratioOf(
    paints["reference.html"] ?? [],
    paints["bare.html"] ?? [],
  );
  console.log(
    `reference.html: ${brotli} bytes of brotli, budget ${BUDGETS.staticBrotli}; first paint ${paint.toFixed(2)} × the same text in bare HTML, budget ${BUDGETS.staticPaint} (medians of ${ROUNDS} interleaved rounds)`,
  );
  if (brotli > BUDGETS.staticBrotli || !(paint <= BUDGETS.staticPaint))
    process.exitCode = 1;
}
