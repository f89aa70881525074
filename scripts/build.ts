// npm run build: src/ → dist/. Each entry point becomes an ES module, a CommonJS module, and the types of both.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { build, type BuildOptions } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

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
    entryPoints: { ...sources, cli: "src/cli/main.ts" },
    format: "esm",
    platform: "neutral",
    packages: "external",
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
