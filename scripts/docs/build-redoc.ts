import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fill } from "./page.js";

/** Redoc with the contract, which loads nothing else, in a Handlebars template. */
export function buildRedoc(json: string, template: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kwik-docs-"));
  const input = join(folder, "openapi.json");
  const page = join(folder, "page.hbs");
  const output = join(folder, "index.html");
  writeFileSync(input, withoutTags(json));
  writeFileSync(page, template);
  const { resolve } = createRequire(import.meta.url);
  const cli = dirname(resolve("@redocly/cli/package.json"));
  const args = [
    ...[join(cli, "bin", "cli.js"), "build-docs", input, "--inlineBundle"],
    ...["--template", page, "--output", output],
    // The bar stands above.
    "--openapi.scrollYOffset=52",
    "--openapi.schemasExpansionLevel=all",
    "--openapi.jsonSamplesExpandLevel=9",
  ];
  const env = { REDOCLY_TELEMETRY: "off" };
  execFileSync(process.execPath, args, { env, stdio: "pipe" });
  const html = readFileSync(output, "utf8");
  rmSync(folder, { recursive: true });
  // Redoc loads the logo of its credit from its own host.
  const logo = `data:image/svg+xml,${encodeURIComponent(fill("credit.svg"))}`;
  return html.replace(/https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g, logo);
}

/** Redoc hides an operation that has a tag behind a click. All else is as published, because its "Copy" copies it. */
function withoutTags(json: string): string {
  type Tagged = { tags?: unknown };
  type Operations = Record<string, Tagged>;
  type Document = Tagged & { paths: Record<string, Operations> };
  const document = JSON.parse(json) as Document;
  delete document.tags;
  for (const operations of Object.values(document.paths))
    for (const operation of Object.values(operations)) delete operation.tags;
  return JSON.stringify(document);
}
