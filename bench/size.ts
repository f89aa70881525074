// What the client and the validators add to a browser bundle: part of npm run check.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Export → bytes, minified and gzipped. A budget leaves room for a new setting. */
const BUDGETS: Record<string, number> = {
  '{ createKwikClient } from "./src/index.ts"': 10_500,
  '* from "./generated/validators.js"': 3100,
  '{ PortalLinkRequest } from "./generated/validators.js"': 2200,
};

for (const [exported, budget] of Object.entries(BUDGETS)) {
  const { outputFiles } = await build({
    stdin: { contents: `export ${exported}`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const { length } = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 });
  console.log(`${length} bytes of ${budget}: ${exported}`);
  if (length > budget) process.exitCode = 1;
}
