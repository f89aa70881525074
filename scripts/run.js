// node scripts/run.js NAME …: runs scripts/NAME.ts from the project's root. tsx does that elsewhere, but its hooks on every
// import of every package would make generation a third slower.
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [name, ...args] = process.argv.slice(2);
process.chdir(join(import.meta.dirname, ".."));
const outdir = join("node_modules", ".cache", "scripts");

await build({
  entryPoints: [`scripts/${name}.ts`, "scripts/types-worker.js"],
  outdir,
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "warning",
  // package.json calls the package free of side effects; its scripts are not.
  ignoreAnnotations: true,
});
process.argv = [process.execPath, `scripts/${name}.ts`, ...args];
await import(pathToFileURL(join(outdir, `${name}.js`)).href);
