// npm run build: src/ → dist/. Each entry point becomes an ES module, a CommonJS module, and the types of both;
// the reference stands beside them in Markdown.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build, type BuildOptions } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { readCodeSamples, type ContractDocument } from "./docs/contract.js";
import { readPages } from "./docs/pages.js";

const ENTRY_POINTS = ["index", "validate", "mock"];
const sources = Object.fromEntries(
  ENTRY_POINTS.map((name) => [name, `src/${name}.ts`]),
);
const shared: BuildOptions = {
  bundle: true,
  outdir: "dist",
  target: "es2022",
  logLevel: "warning",
};

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await Promise.all([
  build({
    ...shared,
    entryPoints: {
      ...sources,
      "verify-command": "src/cli/verify-command.ts",
    },
    format: "esm",
    platform: "neutral",
    packages: "external",
  }),
  // CommonJS, and without what verifies, because that starts sooner.
  build({
    ...shared,
    entryPoints: { cli: "src/cli/main.ts" },
    format: "cjs",
    platform: "node",
    external: ["./verify-command.js"],
    define: { "import.meta.url": "__filename" },
    outExtension: { ".js": ".cjs" },
  }),
  // With openapi-fetch inside, because `require` gives a CommonJS module another default export than `import`.
  build({
    ...shared,
    entryPoints: sources,
    format: "cjs",
    platform: "node",
    outExtension: { ".js": ".cjs" },
  }),
  copyFile("node_modules/openapi-fetch/LICENSE", "dist/openapi-fetch.LICENSE"),
  writeReference(),
]);
for (const name of ENTRY_POINTS) await buildTypes(name);

/** One file, with no import but openapi-fetch, so that the same text serves both kinds of module. */
async function buildTypes(name: string): Promise<void> {
  const types = await rollup({
    input: `src/${name}.ts`,
    external: ["openapi-fetch"],
    plugins: [dts()],
  });
  await types.write({ file: `dist/${name}.d.ts` });
  await copyFile(`dist/${name}.d.ts`, `dist/${name}.d.cts`);
}

/** For whoever looks a field up in node_modules, such as a coding agent. */
async function writeReference(): Promise<void> {
  const json = await readFile("generated/openapi.json", "utf8");
  const document = JSON.parse(json) as ContractDocument;
  const samples = await readCodeSamples(".");
  const [reference] = await readPages(".", document, samples);
  await writeFile("dist/reference.md", reference?.markdown ?? "");
}
