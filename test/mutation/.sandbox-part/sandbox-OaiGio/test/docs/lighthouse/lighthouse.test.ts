// @ts-nocheck
// Lighthouse on the built reference, as it will be hosted: with an address, compressed.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, test } from "vitest";
import { buildSite } from "../../../scripts/docs/build-site.js";
import { serveFolder } from "../../../scripts/docs/serve-folder.js";
import { chromiumPath, FLAGS } from "../chromium.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-lighthouse-"));
  site = await serveFolder(folder);
  // A canonical link to another host would not be this page's.
  const files = await buildSite(root, { url: `${site.url}/` });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), content);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { score: number | null; title: string }>;
}

/** What Redoc itself falls short of: h4 after h2, selects called "Example", and a probe for eval, which the policy refuses. */
const REDOC: Record<string, number> = {
  accessibility: 0.98,
  "best-practices": 0.96,
};

test.for(
  ["", "reference.html"].flatMap((page) =>
    ["desktop", "mobile"].map((device) => [page, device] as const),
  ),
)("/%s on %s", async ([page, device], { expect }) => {
  const output = join(folder, "report.json");
  await promisify(execFile)(
    process.execPath,
    [
      join(import.meta.dirname, "node_modules/lighthouse/cli/index.js"),
      `${site.url}/${page}`,
      ...["--output=json", `--output-path=${output}`, "--quiet"],
      ...(device === "desktop" ? ["--preset=desktop"] : []),
      `--chrome-flags=${["--headless=new", ...FLAGS].join(" ")}`,
    ],
    { env: { PATH: process.env.PATH, CHROME_PATH: await chromiumPath() } },
  );
  const { categories, audits } = JSON.parse(
    await readFile(output, "utf8"),
  ) as Report;
  const { performance, ...others } = categories;
  console.log(`/${page} on ${device}: performance ${performance?.score}`);
  const short = Object.values(audits).filter(({ score }) => score === 0);
  for (const [category, { score }] of Object.entries(others))
    expect(
      score,
      `${category}: ${short.map(({ title }) => title).join("; ")}`,
    ).toBeGreaterThanOrEqual(page === "" ? (REDOC[category] ?? 1) : 1);
});
