import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { run } from "../pack.js";
import { consumer } from "./consumer.js";

const { folder, tarball } = inject("packed");
const bin = (name: string) => join(consumer, "node_modules/.bin", name);
const pnpm = [bin("pnpm")];
const yarn = [bin("yarn")];
const bun = [bin("bun")];

interface PackageManager {
  add: string[];
  node: string[];
  /** Runs a binary of a package. */
  exec: string[];
}

const packageManagers: Record<string, PackageManager> = {
  npm: { add: ["npm", "install"], node: ["node"], exec: ["npx"] },
  pnpm: { add: [...pnpm, "add"], node: ["node"], exec: [...pnpm, "exec"] },
  "Yarn PnP": {
    add: [...yarn, "add"],
    node: [...yarn, "node"],
    exec: [...yarn, "exec"],
  },
  Bun: { add: [...bun, "add"], node: bun, exec: [...bun, "x"] },
};

test.for(Object.entries(packageManagers))(
  "%s installs the package: the probe passes, and the command runs",
  async ([name, { add, node, exec }], { expect }) => {
    const project = join(folder, name.replace(" ", "-"));
    await mkdir(project);
    const manifest = { name: "project", private: true, type: "module" };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    // Yarn would look for a project further up.
    await writeFile(join(project, "yarn.lock"), "");
    for (const program of ["probe.js", "run-probe.js"])
      await cp(join(consumer, "programs", program), join(project, program));
    const start = async ([command = "", ...args]: string[]) =>
      (await run(command, args, { cwd: project })).stdout;

    await start([...add, tarball]);
    expect(await start([...node, "run-probe.js"])).toBe("passed\n");
    const version = [packageJson.name, "--version"];
    expect(await start([...exec, ...version])).toBe(`${packageJson.version}\n`);
  },
);
