import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import {
  resolved,
  type CodeSample,
  type ContractDocument,
  type SchemaObject,
} from "./contract.js";
import { headOf } from "./head.js";
import { samplesMarkdown } from "./markdown.js";

/** The interactive reference: one file, which needs nothing from anywhere. */
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
    await writeFile(
      api,
      JSON.stringify(withItemsDescribed({ ...document, info })),
    );
    await writeFile(join(folder, "redocly.yaml"), CONFIG);
    await writeFile(join(folder, "page.hbs"), template(document, siteUrl));
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
    return withPolicy(
      withoutForeignLogo(await readFile(join(folder, "index.html"), "utf8")),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Redoc says nothing of what the objects in an array are, so the array does. */
function withItemsDescribed(document: ContractDocument): ContractDocument {
  const copy = structuredClone(document);
  const schemas = copy.components.schemas as Record<string, SchemaObject>;
  for (const { properties = {} } of Object.values(schemas))
    for (const property of Object.values(properties)) {
      const items = property.items && resolved(copy, property.items);
      if (items?.type === "object")
        property.description = `${property.description}\n\n${items.description}`;
    }
  return copy;
}

const CONFIG = `telemetry: off
openapi:
  schemasExpansionLevel: all
  jsonSamplesDepth: all
`;

/** Redoc loads the logo of its credit from its own host; a word does as well. */
function withoutForeignLogo(html: string): string {
  const logo =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='16'><text y='12' font-family='sans-serif' font-size='12' fill='#1550b8'>Redoc</text></svg>";
  return html.replaceAll(
    /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini[a-z-]*\.svg/g,
    `data:image/svg+xml,${encodeURIComponent(logo)}`,
  );
}

/** Only the scripts that are in the page now may run, and nothing may be loaded or sent. */
function withPolicy(html: string): string {
  // An end tag inside a script is written <\/script>, so that the first real one ends it.
  const hashes = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(
    ([, code = ""]) =>
      `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${[...new Set(hashes)].join(" ")}`,
    // Redoc writes its styles as it goes.
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(POLICY, () => policy);
}

const POLICY = "policy-goes-here";

function template(
  document: ContractDocument,
  siteUrl: string | undefined,
): string {
  return `<!doctype html>
<html lang="en">
<head>
${headOf(document, "index.html", siteUrl)}
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>${STYLE}</style>
{{{redocHead}}}
</head>
<body>
<noscript><p>This page needs JavaScript. <a href="reference.html">The same reference without it.</a></p></noscript>
{{{redocHTML}}}
</body>
</html>
`;
}

// Redoc's own colours, where axe finds too little contrast in them.
const STYLE = `
body { margin: 0; padding: 0 }
html.light { color-scheme: light }
html.dark { color-scheme: dark }
h1 { font-size: 28px !important; line-height: 1.2 !important }
h2 { font-size: 22px !important; line-height: 1.25 !important }
h3 { font-size: 17px !important }
code, p, li, td { overflow-wrap: anywhere }
pre, pre code { white-space: pre-wrap !important; overflow-wrap: anywhere }
.token.string, .token.property { color: light-dark(#1c4fae, #9cc2ff) !important }
.token.boolean, .token.number { color: light-dark(#0b6b36, #6fdca0) !important }
.token.comment { color: light-dark(#5d5f6b, #a9abb8) !important }
.schema-name { color: light-dark(#1c4fae, #9cc2ff) !important }
.button-variant-link { color: light-dark(#1c4fae, #9cc2ff) !important }
[data-testid="search-trigger"] * { color: light-dark(#5d5f6b, #a9abb8) !important }
@media print { .menu-content { display: none !important } }
`;
