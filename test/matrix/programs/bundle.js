// Prints what each bundler makes of a program: node bundle.js FILE
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import * as esbuild from "esbuild";
import * as vite from "vite";
import webpack from "webpack";

const [entry] = process.argv.slice(2);

async function withEsbuild() {
  const options = { bundle: true, minify: true, format: "esm", write: false };
  const result = await esbuild.build({ entryPoints: [entry], ...options });
  return result.outputFiles[0].text;
}

async function withVite() {
  const lib = { entry, formats: ["es"] };
  const build = { write: false, minify: "esbuild", lib };
  const [{ output }] = await vite.build({ logLevel: "error", build });
  return output[0].code;
}

async function withWebpack() {
  const options = { mode: "production", entry };
  const stats = await promisify(webpack)(options);
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  return readFile("dist/main.js", "utf8");
}

const bundles = [await withEsbuild(), await withVite(), await withWebpack()];
console.log(JSON.stringify(bundles));
