// npm run check:size: what the client and the validators add to a browser bundle.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { checkBudget } from "./measure.js";
import { writeSection } from "./page.js";

const CLIENT = 'export { createKwikClient } from "../src/index.ts"';
const VALIDATORS = 'export * from "../generated/validators.js"';

await checkSize("client", CLIENT, 9500);
await checkSize("validators", VALIDATORS, 2000);
await writeSection("check:size");

async function checkSize(name: string, contents: string, atMost: number) {
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const { length } = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 });
  checkBudget(`${name}, bytes minified and gzipped`, length, { atMost });
}
