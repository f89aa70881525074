// Each bundles and minifies a program, and resolves to the text of the bundle.
import { basename, dirname } from "node:path";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import resolve from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";

const [input] = process.argv.slice(2);
const output = `${input}.bundle.js`;

const bundlers = {
  async esbuild() {
    const options = { bundle: true, minify: true, format: "esm", write: false };
    const result = await esbuild.build({ entryPoints: [input], ...options });
    return result.outputFiles[0].text;
  },
  async rollup() {
    const bundle = await rollup({ input, plugins: [resolve()] });
    const { output } = await bundle.generate({ format: "esm" });
    return (await esbuild.transform(output[0].code, { minify: true })).code;
  },
  async vite() {
    const [{ output }] = await vite.build({
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        minify: "esbuild",
        lib: { entry: input, formats: ["es"] },
      },
    });
    return output[0].code;
  },
  async webpack() {
    const stats = await promisify(webpack)({
      mode: "production",
      entry: input,
      output: { path: dirname(output), filename: basename(output) },
    });
    if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
    return readFile(output, "utf8");
  },
};

const bundles = {};
for (const [name, bundle] of Object.entries(bundlers))
  bundles[name] = (await bundle()).trim();
console.log(JSON.stringify(bundles));
