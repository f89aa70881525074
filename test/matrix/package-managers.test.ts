import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { root, run } from "../pack.js";
import { consumer } from "./consumer.js";

const { folder, tarball } = inject("packed");
const bin = (name: string) => join(consumer, "node_modules/.bin", name);
const [pnpm, yarn, bun] = [bin("pnpm"), bin("yarn"), bin("bun")];

interface PackageManager {
  install: string[];
  node: string[];
  /** Runs a command of a package. */
  exec: string[];
}

const packageManagers: Record<string, PackageManager> = {
  npm: {
    install: ["npm", "install", tarball],
    node: ["node"],
    exec: ["npx"],
  },
  "npm, from git, where the package builds itself": {
    install: ["npm", "install", `git+file://${root}`],
    node: ["node"],
    exec: ["npx"],
  },
  pnpm: {
    install: [pnpm, "add", tarball],
    node: ["node"],
    exec: [pnpm, "exec"],
  },
  // A program of a PnP project finds packages only where Yarn starts it.
  "Yarn PnP": {
    install: [yarn, "add", tarball],
    node: [yarn, "node"],
    exec: [yarn, "exec"],
  },
  Bun: {
    install: [bun, "add", tarball],
    node: [bun],
    exec: [bun, "x"],
  },
};

test.for(Object.entries(packageManagers))(
  "the probe passes and the command runs with %s",
  { timeout: 600_000 },
  async ([name, { install, node, exec }], { expect }) => {
    const project = join(folder, name.replace(/\W+/g, "-"));
    await mkdir(project);
    const manifest = { name: "project", private: true, type: "module" };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    // Yarn would look for a project further up.
    await writeFile(join(project, "yarn.lock"), "");
    for (const program of ["probe.js", "run-probe.js"])
      await cp(join(consumer, "programs", program), join(project, program));
    const start = async ([command = "", ...args]: string[]) =>
      (await run(command, args, { cwd: project })).stdout;

    await start(install);
    expect(await start([...node, "run-probe.js"])).toBe("passed\n");
    const version = [packageJson.name, "--version"];
    expect(await start([...exec, ...version])).toBe(`${packageJson.version}\n`);
  },
);
