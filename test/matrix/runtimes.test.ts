import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { startMockServer } from "../../src/mock.js";
import { readGuides } from "../guides/read-guides.js";
import { run } from "../pack.js";
import { bundleProgram } from "./bundle-program.js";
import { consumer, nodePath, print } from "./consumer.js";
import { startRegistry } from "./registry.js";

const packed = inject("packed");
const deno = [join(consumer, "node_modules/.bin/deno"), "run", "--no-lock"];

/** What the README says that a program needs under Deno, with the mock's host in place of the API's. */
const { "README.md": readme = "" } = await readGuides();
const [permissions = ""] =
  /--allow-net=\S+ --allow-env=[\w,]+/.exec(readme) ?? [];
const documented = permissions
  .replace("api.kwik.co.za", "127.0.0.1")
  .split(" ");

const runtimes: [string, string[]][] = [
  ["Node 20.19", [nodePath(20)]],
  ["Node 22.12", [nodePath(22)]],
  ["Node 24", [nodePath(24)]],
  ["Node 26", [nodePath(26)]],
  ["Bun", [join(consumer, "node_modules/.bin/bun")]],
  ["Deno", [...deno, "--node-modules-dir=manual", ...documented]],
];

test.for(runtimes)("the probe passes on %s", async ([, command]) => {
  expect(await print([...command, "programs/run-probe.js"])).toBe("passed\n");
});

test.for(runtimes)(
  "require and import give the same classes on %s",
  async ([name, command]) => {
    // Deno reads the files of `require` with the program's own permissions.
    const reading = name === "Deno" ? ["--allow-read"] : [];
    const program = [...command, ...reading, "programs/dual-package.cjs"];
    expect(await print(program)).toBe("passed\n");
  },
);

test("the probe passes on Deno, with the package by npm:", async () => {
  await using registry = await startRegistry(packed);
  const project = join(packed.folder, "deno");
  await mkdir(project);
  for (const program of ["probe.js", "run-probe.js"])
    await cp(join(consumer, "programs", program), join(project, program));
  const { name, version } = packageJson;
  const imports = { [name]: `npm:${name}@${version}` };
  await writeFile(join(project, "deno.json"), JSON.stringify({ imports }));
  const { stdout } = await run(
    deno[0] ?? "",
    [...deno.slice(1), ...documented, "run-probe.js"],
    {
      cwd: project,
      env: {
        ...process.env,
        NPM_CONFIG_REGISTRY: registry.url,
        DENO_DIR: join(project, "cache"),
      },
    },
  );
  expect(stdout).toBe("passed\n");
});

test("the probe passes on workerd, with a mock outside", async () => {
  const bundle = join(packed.folder, "worker.js");
  await writeFile(bundle, await bundleProgram("worker.js", { format: "esm" }));
  const mock = await startMockServer();
  const program = [nodePath(22), "programs/run-worker.js", bundle, mock.url];
  expect(await print(program)).toBe("[]\n");
  await mock.close();
});
