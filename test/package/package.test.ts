// The packed tarball, in an empty project. Needs the npm registry, so `npm test` leaves it out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { install, root, run } from "./pack.js";

const { files, unpackedSize, folder } = inject("packed");
const { version, exports, dependencies, devDependencies } = packageJson;

let project: string;
beforeAll(async () => {
  const typescript = `typescript@${devDependencies.typescript}`;
  project = await install("project", { packages: [typescript] });
});

test("the tarball holds the code, the types, the contract and the usual papers", () => {
  const built = ["index", "mock", "validate"].flatMap((name) =>
    [".cjs", ".d.cts", ".d.ts", ".js"].map((end) => `dist/${name}${end}`),
  );
  expect(files.map(({ path }) => path).sort()).toEqual(
    [
      ...["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
      ...["dist/cli.cjs", "dist/openapi-fetch.LICENSE", ...built],
      ...["generated/cases.json", "generated/openapi.json"],
    ].sort(),
  );
  expect(unpackedSize).toBeLessThan(600_000);
});

test("the exports are those promised, on one dependency", () => {
  expect(Object.keys(exports)).toEqual([
    ...[".", "./validate", "./mock"],
    ...["./openapi.json", "./cases.json", "./package.json"],
  ]);
  expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);
});

test("npm would mend nothing in package.json", async () => {
  const copy = join(folder, "package-json");
  await mkdir(copy);
  await cp(join(root, "package.json"), join(copy, "package.json"));
  await run("npm", ["pkg", "fix"], { cwd: copy });
  const fixed = await readFile(join(copy, "package.json"), "utf8");
  expect(JSON.parse(fixed)).toEqual(packageJson);
});

test("every entry point compiles under strict, without the DOM's types, and runs; the versions agree", async () => {
  await cp(join(root, "test/package/consumer.ts"), join(project, "index.ts"));
  await writeFile(
    join(project, "console.d.ts"),
    "declare const console: { log(text: string): void };",
  );
  const compilerOptions = {
    ...{ strict: true, skipLibCheck: true, types: [], lib: ["es2023"] },
    ...{ target: "es2022", module: "nodenext", outDir: "out" },
  };
  const config = JSON.stringify({ compilerOptions, include: ["*.ts"] });
  await writeFile(join(project, "tsconfig.json"), config);
  await run("npx", ["tsc"], { cwd: project });
  const { stdout } = await run("node", ["out/index.js"], { cwd: project });
  expect(JSON.parse(stdout)).toEqual({
    customers: ["cus_abc123", "cus_mine"],
    issues: [["customer_id"]],
    cases: true,
    versions: [version, version, `kwik-portal-link/${version}`],
  });
});

describe("the command, where nothing but the package is installed", () => {
  const kwik = (...args: string[]) =>
    spawn(join(project, "node_modules/.bin/kwik-portal-link"), args, {
      env: { ...process.env, KWIK_API_KEY: "key", KWIK_API_SECRET: "secret" },
    });
  const printed = async (child: ReturnType<typeof kwik>) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    await once(child, "close");
    return text;
  };

  test("says its version", async () => {
    expect(await printed(kwik("--version"))).toBe(`${version}\n`);
  });

  test("mocks, and verifies a provider that breaks a rule", async () => {
    // The mock takes any secret.
    const mock = kwik("mock", "--port", "0");
    const [line] = (await once(mock.stdout, "data")) as [Buffer];
    const [url = ""] = /http:\/\/127.0.0.1:\d+/.exec(line.toString()) ?? [];
    const verify = kwik("verify", "--base-url", url, "--customer", "cus_mine");
    expect(await printed(verify)).toMatch(/1 failed.*✗ auth\.checked/s);
    expect(verify.exitCode).toBe(1);
    mock.kill("SIGINT");
    await once(mock, "close");
    await expect(fetch(url)).rejects.toThrow();
  });
});
