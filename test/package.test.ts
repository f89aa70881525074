// The packed tarball, installed and used in an empty project. Needs the npm registry, so `npm test` leaves it out.
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

interface Packed {
  filename: string;
  files: { path: string }[];
  unpackedSize: number;
}

let folder: string;
let packed: Packed;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-package-"));
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--pack-destination", folder],
    { cwd: root },
  );
  // npm prints the script it ran before the JSON.
  [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [Packed];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the tarball holds the code, the types, the contract and the usual papers", () => {
  const paths = packed.files
    .map(({ path }) => path)
    .filter((path) => !path.startsWith("dist/"));
  expect(paths.sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "generated/constants.d.ts",
    "generated/openapi.json",
    "generated/schema.d.ts",
    "generated/validators.d.ts",
    "package.json",
  ]);
  const built = packed.files
    .map(({ path }) => path)
    .filter((path) => path.startsWith("dist/"));
  // One file for each entry point, because each file that is loaded costs most of a millisecond.
  expect(built.filter((path) => path.endsWith(".js")).sort()).toEqual([
    "dist/index.js",
    "dist/validate.js",
  ]);
  expect(built).toContain("dist/index.d.ts");
  for (const path of built)
    expect(path).toMatch(/^dist\/[a-z-]+(\.d\.ts|\.js)$/);
});

test("the exports are those promised", () => {
  expect(Object.keys(packageJson.exports)).toEqual([
    ".",
    "./validate",
    "./openapi.json",
    "./package.json",
  ]);
  expect(Object.keys(packageJson.dependencies)).toEqual(["openapi-fetch"]);
});

test("in an empty strict project, library checks included, it type-checks and runs", async () => {
  const project = join(folder, "strict-typescript");
  await cp(join(root, "test/consumers/strict-typescript"), project, {
    recursive: true,
  });
  const typescript = `typescript@${packageJson.devDependencies.typescript}`;
  await run(
    "npm",
    ["install", "--no-package-lock", join(folder, packed.filename), typescript],
    { cwd: project },
  );
  await run("npm", ["run", "build"], { cwd: project });
  const { stdout } = await run("npm", ["run", "--silent", "start"], {
    cwd: project,
    env: { ...process.env, MOCK_URL: inject("prismUrl") },
  });
  expect(JSON.parse(stdout)).toEqual({
    customer: "cus_abc123",
    contract: packageJson.version,
    version: packageJson.version,
    error: "KwikContractError",
    misspelt: "function",
    issues: 1,
  });
});
