// Samples in TypeScript and JavaScript. Those that stand in examples/ run with them, those marked "matrix" there, all others here.
import { spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { afterAll, describe, expect, inject, test } from "vitest";
import { serverUrl } from "../../src/contract/generated.js";
import { samples } from "./guide-samples.js";

// Inside the repository, so that the types of Node are found.
const folder = "test/.tmp/guides";
const tsconfig = `${folder}/tsconfig.json`;
const options = {
  extends: "../../../tsconfig.json",
  compilerOptions: { checkJs: true, declaration: true, noUnusedLocals: false },
  include: ["*.ts", "*.js"],
};
const raw: Record<string, string> = import.meta.glob(
  "../../examples/**/*.{ts,tsx}",
  { query: "?raw", import: "default", eager: true },
);
const examples = Object.values(raw).join("\n");

const own = samples
  .filter(({ language, isMatrix }) => /^[jt]s$/.test(language) && !isMatrix)
  .filter(({ code }) => !examples.includes(code))
  .map(({ guide, language, code }, index) => {
    const name = `${guide.replace(/\W+/g, "-")}-${index}`;
    return { name, path: `${folder}/${name}.${language}`, code };
  });
const forVitest = own.filter(({ code }) => code.includes('from "vitest"'));
const programs = own.filter((sample) => !forVitest.includes(sample));

await mkdir(folder, { recursive: true });
await writeFile(tsconfig, JSON.stringify(options));
for (const { path, code } of own) await writeFile(path, code);
const { outputFiles } = await build({
  entryPoints: programs.map(({ path }) => path),
  ...{ bundle: true, format: "esm", platform: "node", tsconfig },
  ...{ outdir: folder, outExtension: { ".js": ".mjs" }, write: false },
});
// The API itself is out of reach: a mock answers in its place.
for (const { path, text } of outputFiles)
  await writeFile(path, text.replaceAll(serverUrl, inject("mockUrl")));
afterAll(() => rm(folder, { recursive: true }));

test("samples compile under strict, and what they export can be named", () => {
  const args = ["node_modules/typescript/bin/tsc", "-p", folder];
  expect(spawnSync(process.execPath, args).stdout.toString()).toBe("");
});

describe.for(forVitest)("$name", async ({ path }) => {
  await import(/* @vite-ignore */ `../../${path}`);
});

test.for(programs)("it runs: $name", ({ name, code }) => {
  const env = { ...process.env, KWIK_API_KEY: "key", KWIK_API_SECRET: "made" };
  const args = [`${folder}/${name}.mjs`];
  const { status, output } = spawnSync(process.execPath, args, { env });
  expect(status, output.join("")).toBe(0);
  // A comment that is a value says what is printed.
  const [, value] = /console\.log\(.*\); \/\/ ([[{].*)$/m.exec(code) ?? [];
  const compact = (text?: unknown) => String(text).replace(/['"\s]/g, "");
  if (value) expect(compact(output[1])).toBe(compact(value));
});
