import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildGenerated } from "../../scripts/generate/build-generated.js";
import packageJson from "../../package.json" with { type: "json" };
import { contract } from "../contract/contract.js";
import { copyContract, root, type Edit } from "./contract-copy.js";

const files = await buildGenerated(root);

/** Runs the command on a copy of the contract with what is committed in `generated/`. */
async function copyWithGenerated(edits?: Edit[]) {
  const copy = await copyContract(edits);
  const generated = join(copy.folder, "generated");
  await mkdir(generated);
  for (const name of files.keys())
    await cp(join(root, "generated", name), join(generated, name));
  const generate = (...options: string[]) => {
    const script = join(root, "scripts/generate.ts");
    const args = ["--import", "tsx/esm", script, "--root", copy.folder];
    const { status: code, output } = spawnSync(
      process.execPath,
      [...args, ...options],
      { encoding: "utf8" },
    );
    return { code, output: output.join("") };
  };
  return { ...copy, generated, generate };
}

test("the contract has the version of the package", () => {
  expect(contract.info.version).toBe(packageJson.version);
});

test("what is stale, missing or unexpected is named, and writing mends it", async () => {
  await using copy = await copyWithGenerated();
  await writeFile(join(copy.generated, "openapi.json"), "{}");
  await rm(join(copy.generated, "schema.d.ts"));
  await writeFile(join(copy.generated, "old.d.ts"), "");
  // It belongs to `npm run docs`.
  await mkdir(join(copy.generated, "docs"));

  const stale = copy.generate("--check");
  expect(stale.code).toBe(1);
  for (const name of ["openapi.json", "schema.d.ts", "old.d.ts"])
    expect(stale.output).toContain(`generated/${name} is`);
  expect(stale.output).not.toContain("generated/cases.json");
  expect(stale.output).toContain("Run `npm run generate`");

  expect(copy.generate().code).toBe(0);
  for (const [name, text] of files)
    expect(await readFile(join(copy.generated, name), "utf8")).toBe(text);
  expect((await readdir(copy.generated)).sort()).toEqual(
    [...files.keys(), "docs"].sort(),
  );
});

test("a mistake is shown with its line, and nothing is written", async () => {
  await using copy = await copyWithGenerated([
    {
      file: "components/schemas/CancelType.yaml",
      from: "- NOW\n",
      to: "- LATER\n",
    },
  ]);
  const { code, output } = copy.generate();
  expect(code).toBe(1);
  expect(output).toMatch(/openapi\/components\/schemas\/CancelType.yaml:\d+/);
  expect(output).toContain("Say what `LATER` does");
  expect(output).toContain("nothing was written");
  for (const [name, text] of files)
    expect(await readFile(join(copy.generated, name), "utf8")).toBe(text);
});

test("a mistake that no line can show is said in a sentence, without a stack", async () => {
  await using copy = await copyWithGenerated([
    {
      file: "paths/customer-portal_link.yaml",
      from: "result/session_id",
      to: "result/session",
    },
  ]);
  const { code, output } = copy.generate();
  expect(code).toBe(1);
  expect(output).toMatch(/^POST \/customer-portal\/link, x-secrets: .*\n/);
  expect(output).not.toContain("at ");
});
