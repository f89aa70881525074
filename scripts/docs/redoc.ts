import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import type { CodeSample, ContractDocument } from "./contract.js";
import { fillTemplate, readAsset } from "./fill-template.js";
import { forRedoc } from "./for-redoc.js";
import { pageHead } from "./head.js";
import { samplesMarkdown } from "./markdown.js";

/** The interactive reference: one file that loads nothing else. */
export async function redocPage(
  root: string,
  document: ContractDocument,
  samples: readonly CodeSample[],
  siteUrl: string | undefined,
): Promise<string> {
  const cache = join(root, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "docs-"));
  try {
    const [first, ...rest] = document.info.description.split("\n\n");
    const [curl, ...others] = samples;
    const description = [
      first,
      curl && `\`\`\`${curl.fence}\n${curl.code.trim()}\n\`\`\``,
      ...rest,
      samplesMarkdown(others),
    ].join("\n\n");
    const api = join(folder, "openapi.json");
    const info = { ...document.info, description };
    await writeFile(api, JSON.stringify(forRedoc({ ...document, info })));
    await writeFile(join(folder, "redocly.yaml"), CONFIG);
    const template = await fillTemplate("redoc.html", {
      head: await pageHead(document, "index.html", siteUrl),
      scripts: SCRIPT_HASHES,
      style: await readAsset("redoc.css"),
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

const CONFIG = `telemetry: off
openapi:
  schemasExpansionLevel: all
  jsonSamplesDepth: all
`;

/** Redoc loads the logo of its credit from its own host: replaced by a drawn word. */
function withInlineLogo(html: string): string {
  const logo =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='16'><text y='12' font-family='sans-serif' font-size='12' fill='#1550b8'>Redoc</text></svg>";
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
