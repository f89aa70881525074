// The packed tarball, installed and used in an empty project. Needs the npm registry, so `npm test` leaves it out.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
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
    "generated/portal-link.arazzo.json",
    "generated/schema.d.ts",
    "generated/validators.d.ts",
    "package.json",
  ]);
  const built = packed.files
    .map(({ path }) => path)
    .filter((path) => path.startsWith("dist/"));
  // One file for each entry point, because each file that is loaded costs most of a millisecond.
  expect(built.filter((path) => path.endsWith(".js")).sort()).toEqual([
    "dist/cli.js",
    "dist/index.js",
    "dist/mock.js",
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
    "./mock",
    "./openapi.json",
    "./arazzo.json",
    "./package.json",
  ]);
  expect(Object.keys(packageJson.dependencies)).toEqual(["openapi-fetch"]);
});

/** Installs the tarball, and what else the project needs, in a copy of one of the consumers. */
async function install(
  consumer: string,
  versions: Record<string, string> = {},
): Promise<string> {
  const project = join(folder, consumer);
  await cp(join(root, "test/consumers", consumer), project, {
    recursive: true,
  });
  const others = Object.entries(versions).map(
    ([name, version]) => `${name}@${version}`,
  );
  await run(
    "npm",
    ["install", "--no-package-lock", join(folder, packed.filename), ...others],
    { cwd: project },
  );
  return project;
}

test("in an empty strict project, library checks included, it type-checks and runs", async () => {
  const { typescript } = packageJson.devDependencies;
  const project = await install("strict-typescript", { typescript });
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
    mocked: "cus_mine",
  });
});

describe("the README's samples work as they stand", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const { vitest } = packageJson.devDependencies;

  test.for([
    ["vitest", { vitest }],
    ["node-test", {}],
    // The last one for Node 20.
    ["msw", { msw: "2.15.0" }],
  ] as [string, Record<string, string>][])(
    "under %s",
    async ([consumer, versions], { expect }) => {
      const project = await install(consumer, versions);
      const sample = await readFile(join(project, "portal-link.test.js"));
      expect(readme).toContain(`\`\`\`js\n${sample.toString()}\`\`\``);
      const { stdout } = await run("npm", ["test"], { cwd: project });
      expect(stdout).toMatch(/pass/);
    },
  );

  test("in CI, with the mock in the background", async ({ expect }) => {
    const project = await install("ci");
    const recipe = await readFile(join(project, "ci.sh"), "utf8");
    expect(readme).toContain(`\`\`\`sh\n${recipe}\`\`\``);
    const { stdout } = await run("bash", ["-e", "ci.sh"], { cwd: project });
    expect(stdout).toMatch(
      /POST \/customer-portal\/link 200 cus_mine [^]*GET \/portal\/… 200/,
    );
    expect(stdout).toMatch(/pass 1\b/);
    // Nothing is left behind.
    await expect.poll(() => isListening(4010)).toBe(false);
  });
});

test("verify needs nothing but the package", async () => {
  const project = await install("ci");
  const args = ["verify", "--base-url", inject("mockUrl"), "--customer", "c"];
  const { stdout } = await run("npx", ["kwik-portal-link", ...args], {
    cwd: project,
    env: { ...process.env, KWIK_API_KEY: "k", KWIK_API_SECRET: "secret" },
  }).catch((error: unknown) => error as { stdout: string });
  // The run's mock takes any secret.
  expect(stdout).toMatch(/\n✗ 1 failed · \d+ passed · 4 skipped\n/);
});

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket
      .once("connect", () => resolve(true))
      .once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
