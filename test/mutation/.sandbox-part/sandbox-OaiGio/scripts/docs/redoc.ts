// @ts-nocheck
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import type { CodeSample } from "./contract.js";
import { fillTemplate, readAsset } from "./fill-template.js";
import { forRedoc } from "./for-redoc.js";
import { pageHead } from "./head.js";
import { pageContent, type Site } from "./page.js";

/** The interactive reference: one file that loads nothing else. It holds the static text as well, which shows until Redoc is ready, without a script, and in print. */
export async function redocPage(
  root: string,
  site: Site,
  samples: readonly CodeSample[],
): Promise<string> {
  const [reference] = site.pages;
  if (!reference) throw new Error("The site has no pages.");
  const pages = site.pages.filter(({ about }) => about === "operation");
  const cache = join(root, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "docs-"));
  try {
    await writeFile(
      join(folder, "openapi.json"),
      JSON.stringify(forRedoc(site.document, samples, pages)),
    );
    await writeFile(join(folder, "redocly.yaml"), configOf(samples));
    const template = await fillTemplate("redoc.html", {
      head: await pageHead(site, "index.html"),
      scripts: SCRIPT_HASHES,
      pageStyle: await readAsset("page.css"),
      style: await readAsset("redoc.css"),
      content: await pageContent(site, reference),
    });
    await writeFile(join(folder, "page.hbs"), template);
    const cli = createRequire(import.meta.url).resolve(
      "@redocly/cli/package.json",
    );
    await promisify(execFile)(
      process.execPath,
      [
        join(dirname(cli), "bin", "cli.js"),
        ...["build-docs", "openapi.json", "--inlineBundle"],
        ...["--template", "page.hbs", "--output", "index.html"],
      ],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, REDOCLY_TELEMETRY: "off" },
      },
    );
    return withScriptHashes(
      withInlineLogo(await readFile(join(folder, "index.html"), "utf8")),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Redoc shows the samples that it has languages for; the payload is the examples. */
function configOf(samples: readonly CodeSample[]): string {
  const languages = [
    ...samples.map(({ language, fence }) => ({ lang: fence, label: language })),
    { lang: "payload" },
  ];
  const openapi = {
    schemasExpansionLevel: "all",
    codeSamples: { languages },
  };
  return JSON.stringify({ telemetry: "off", openapi });
}

/** Redoc loads the logo of its credit from its own host: replaced by a drawn word. */
function withInlineLogo(html: string): string {
  const logo =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='16'><style>text{fill:#1550b8}@media(prefers-color-scheme:dark){text{fill:#8ab4f8}}</style><text y='12' font-family='sans-serif' font-size='12'>Redoc</text></svg>";
  return html.replaceAll(
    /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini[a-z-]*\.svg/g,
    `data:image/svg+xml,${encodeURIComponent(logo)}`,
  );
}

/** The policy allows the scripts of the built page alone, by their hashes; Redoc writes its styles at run time, so any style may run. */
function withScriptHashes(html: string): string {
  // An end tag inside a script is written <\/script>, so that the first real one ends it.
  const hashes = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(
    ([, code = ""]) =>
      `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  return html.replace(SCRIPT_HASHES, () => [...new Set(hashes)].join(" "));
}

const SCRIPT_HASHES = "script-hashes";
