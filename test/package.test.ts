// The packed tarball, installed and used in an empty project. Needs the npm registry, so `npm test` leaves it out.
import { cp, mkdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { readGuides } from "./guides/read-guides.js";
import { install } from "./install.js";
import { root, run } from "./pack.js";

const packed = inject("packed");

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
      "dist/cli.cjs",
      "dist/openapi-fetch.LICENSE",
      "dist/reference.md",
      "dist/verify-command.js",
      "generated/openapi.json",
      "generated/portal-link.arazzo.json",
      "package.json",
      ...built,
    ].sort(),
  );
  expect(packed.unpackedSize).toBeLessThan(600_000);
});

test("npm would mend nothing in package.json", async () => {
  const copy = join(packed.folder, "package-json");
  await mkdir(copy);
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

test("in an empty strict project, library checks included, it type-checks and runs", async () => {
  const { typescript } = packageJson.devDependencies;
  const project = await install("test/consumers/strict-typescript", {
    typescript,
  });
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

describe("the guides' samples work as they stand", async () => {
  const guides = Object.values(await readGuides()).join("");

  test("under node:test", async () => {
    const project = await install("test/consumers/node-test");
    const sample = await readFile(join(project, "portal-link.test.js"));
    expect(guides).toContain(`\`\`\`js\n${sample.toString()}\`\`\``);
    const { stdout } = await run("npm", ["test"], { cwd: project });
    expect(stdout).toMatch(/pass 2\b/);
  });

  // Playwright's own browsers cannot be had everywhere.
  test("under Playwright's types", async () => {
    const project = await install("test/consumers/playwright");
    await run("npm", ["run", "build"], { cwd: project });
  });

  test("under curl", async () => {
    const [, curl = ""] = /^(curl .*)$/m.exec(guides) ?? [];
    const command = curl.replace(
      "http://127.0.0.1:4010/2.0",
      inject("mockUrl"),
    );
    expect(command).not.toBe(curl);
    const { stdout } = await run("bash", ["-c", `${command} --silent`]);
    expect(JSON.parse(stdout)).toMatchObject({
      status: true,
      result: { customer_id: "cus_abc123" },
    });
  });

  test("in CI, with the mock in the background", async ({ expect }) => {
    const project = await install("test/consumers/ci");
    const recipe = await readFile(join(project, "ci.sh"), "utf8");
    expect(guides).toContain(`\`\`\`sh\n${recipe}\`\`\``);
    const { stdout } = await run("bash", ["-e", "ci.sh"], { cwd: project });
    expect(stdout).toMatch(
      /POST \/customer-portal\/link 200 cus_mine [^]*GET \/portal\/… 200/,
    );
    expect(stdout).toMatch(/pass 1\b/);
    // Nothing is left behind.
    await expect.poll(() => isListening(4010)).toBe(false);
  });
});

test("verify needs nothing but the package, and prints what the README shows", async () => {
  const project = await install("test/consumers/ci");
  const { "README.md": readme = "" } = await readGuides();
  const [, options = "", shown = ""] =
    /^npx kwik-portal-link verify (.*)\n((?:# .*\n)+)/m.exec(readme) ?? [];
  // The run's mock takes any secret.
  const here = (text: string) =>
    text.replace("https://staging.example/2.0", inject("mockUrl"));
  const { stdout } = await run(
    "npx",
    ["kwik-portal-link", "verify", ...here(options).split(" ")],
    {
      cwd: project,
      env: { ...process.env, KWIK_API_KEY: "k", KWIK_API_SECRET: "secret" },
    },
  ).catch((error: unknown) => error as { stdout: string });
  const lines = stdout.split("\n");
  for (const line of here(shown).trim().split("\n"))
    expect(lines).toContain(line.slice("# ".length));
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
