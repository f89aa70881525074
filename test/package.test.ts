// The packed tarball, installed and used in an empty project. Needs the npm registry, so `npm test` leaves it out.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

const run = promisify(execFile);
const { typescript, vitest } = packageJson.devDependencies;
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
  const entryPoints = ["index", "mock", "validate"];
  const built = entryPoints.flatMap((name) =>
    [".cjs", ".d.cts", ".d.ts", ".js"].map((end) => `dist/${name}${end}`),
  );
  expect(packed.files.map(({ path }) => path).sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/cli.js",
      "dist/openapi-fetch.LICENSE",
      "dist/reference.md",
      "generated/openapi.json",
      "generated/portal-link.arazzo.json",
      "package.json",
      ...built,
    ].sort(),
  );
  expect(packed.unpackedSize).toBeLessThan(600_000);
});

test("npm would mend nothing in package.json", async () => {
  const copy = await mkdtemp(join(folder, "package-json-"));
  await cp(join(root, "package.json"), join(copy, "package.json"));
  await run("npm", ["pkg", "fix"], { cwd: copy });
  const fixed = await readFile(join(copy, "package.json"), "utf8");
  expect(JSON.parse(fixed)).toEqual(packageJson);
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

/** Installs the package, and what else the project needs, in a copy of one of the consumers. */
async function install(
  consumer: string,
  versions: Record<string, string> = {},
  source = join(folder, packed.filename),
): Promise<string> {
  const project = await mkdtemp(join(folder, `${consumer}-`));
  await cp(join(root, "test/consumers", consumer), project, {
    recursive: true,
  });
  const others = Object.entries(versions).map(
    ([name, version]) => `${name}@${version}`,
  );
  await run("npm", ["install", "--no-package-lock", source, ...others], {
    cwd: project,
  });
  return project;
}

test("in an empty strict project, library checks included, it type-checks and runs", async () => {
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

test.for([
  ["commonjs", {}],
  ["jest", { jest: "30.5.2", "ts-jest": "29.4.15", typescript }],
] as [string, Record<string, string>][])(
  "it runs from CommonJS: %s",
  async ([consumer, versions]) => {
    const project = await install(consumer, versions);
    await run("npm", ["test"], { cwd: project });
  },
);

test("a git dependency builds itself: the last commit, without what is not committed yet", async () => {
  const repository = `git+${pathToFileURL(root).href}`;
  const project = await install("commonjs", {}, repository);
  await run("npm", ["test"], { cwd: project });
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
