// npm run check:size: what the client and the validators add to a browser bundle.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const resolveDir = fileURLToPath(new URL(".", import.meta.url));

await check(
  "client",
  `export { createKwikClient } from "../src/index.ts"`,
  7900,
);
await check("validators", `export * from "../generated/validators.js"`, 3000);

async function check(
  name: string,
  contents: string,
  budget: number,
): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const bytes = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
  console.log(
    `${name.padEnd(10)} ${bytes} bytes minified and gzipped, budget ${budget}`,
  );
  if (bytes > budget) process.exitCode = 1;
}
