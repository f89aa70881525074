// npm run build: src/ → dist/. Each entry point becomes an ES module, a CommonJS module, and the types of both.
import { copyFile, rm } from "node:fs/promises";
import { build, type BuildOptions } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const ENTRY_POINTS = ["index", "validate", "mock"];
const entryPoints = ENTRY_POINTS.map((name) => `src/${name}.ts`);
const shared: BuildOptions = {
  bundle: true,
  outdir: "dist",
  target: "es2022",
  logLevel: "warning",
};
const commonJs: BuildOptions = {
  ...shared,
  format: "cjs",
  platform: "node",
  outExtension: { ".js": ".cjs" },
};

await rm("dist", { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    entryPoints,
    format: "esm",
    platform: "neutral",
    packages: "external",
  }),
  // With openapi-fetch inside, because `require` gives a CommonJS module another default export than `import`.
  build({ ...commonJs, entryPoints }),
  // CommonJS, because that starts sooner.
  build({
    ...commonJs,
    entryPoints: { cli: "src/cli/main.ts" },
    define: { "import.meta.url": "__filename" },
  }),
  ...ENTRY_POINTS.map(buildTypes),
]);
const licence = "openapi-fetch/LICENSE";
await copyFile(`node_modules/${licence}`, "dist/openapi-fetch.LICENSE");

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
