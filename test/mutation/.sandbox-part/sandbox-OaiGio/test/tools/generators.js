// @ts-nocheck
// The generators, set up as their own documentation does it, at the newest versions that run on Node 20. Plain JavaScript, so that
// the compiler and ESLint need none of them.
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { build } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import {
  generateFetchers,
  generateSchemaTypes,
} from "@openapi-codegen/typescript";
import { generateSource } from "oazapfts";
import { generateZodClientFromOpenAPI } from "openapi-zod-client";
import { generate as generateOrval } from "orval";
import { generateApi } from "swagger-typescript-api";

/** Each reads the file and writes into the folder, or returns the code. */
const generators = {
  "hey-api": (input, output) =>
    createClient({
      input,
      output,
      plugins: ["@hey-api/typescript", "@hey-api/sdk"],
      logs: { level: "silent" },
    }),
  kubb: async (path, root) => {
    const { files, error } = await build({
      config: {
        root,
        input: { path },
        // With `write` it also writes into the working directory.
        output: { path: root, write: false },
        plugins: [pluginOas({ generators: [] }), pluginTs()],
      },
    });
    if (error) throw error;
    const sources = files.flatMap((file) => file.sources);
    return sources.map(({ value }) => value).join("\n");
  },
  "@openapi-codegen": async (file) => {
    const files = {};
    const context = {
      openAPIDocument: JSON.parse(await readFile(file, "utf8")),
      writeFile: async (name, code) => void (files[name] = code),
      readFile: async (name) => files[name],
      existsFile: (name) => name in files,
    };
    const config = { filenamePrefix: "kwik" };
    const types = await generateSchemaTypes(context, config);
    await generateFetchers(context, { ...config, ...types });
    return Object.values(files).join("\n");
  },
  oazapfts: (file) => generateSource(file),
  "openapi-zod-client": async (file) =>
    generateZodClientFromOpenAPI({
      openApiDoc: JSON.parse(await readFile(file, "utf8")),
      disableWriteToFile: true,
      // It leaves out names and `default` responses otherwise.
      options: { withAlias: true, defaultStatusBehavior: "auto-correct" },
    }),
  orval: (input, folder) =>
    generateOrval({
      input,
      output: { target: join(folder, "kwik.ts"), client: "fetch" },
    }),
  "swagger-typescript-api": (input, output) =>
    generateApi({ input, output, silent: true }),
};

/** What a generator makes of a document: the text of all its files. */
export async function generate(tool, document) {
  const folder = await mkdtemp(join(tmpdir(), "kwik-tools-"));
  try {
    const input = join(folder, "openapi.json");
    const output = join(folder, "generated");
    await writeFile(input, JSON.stringify(document));
    await mkdir(output);
    const code = await generators[tool](input, output);
    if (typeof code === "string") return code;
    const files = await readdir(output, { recursive: true });
    const texts = files
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFile(join(output, name), "utf8"));
    return (await Promise.all(texts)).join("\n");
  } finally {
    await rm(folder, { recursive: true });
  }
}
