// What npm would publish, packed once for the run, and projects that install it.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";

export const run = promisify(execFile);
export const root = fileURLToPath(new URL("../..", import.meta.url));

interface Packed {
  /** Where the tarball is, and whatever a test puts beside it. */
  folder: string;
  tarball: string;
  integrity: string;
  files: { path: string }[];
  unpackedSize: number;
}

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "kwik-package-"));
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--pack-destination", folder],
    { cwd: root },
  );
  // npm prints the script it ran before the JSON.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [
    Packed & { filename: string },
  ];
  const tarball = join(folder, packed.filename);
  project.provide("packed", { ...packed, folder, tarball });
  return () => rm(folder, { recursive: true, force: true });
}

interface Project {
  /** A folder of the repository to copy. Without it the project is empty. */
  from?: string;
  /** What it needs beside the package and its own dependencies, as `name@version`. */
  packages?: string[];
}

/** A project in which the tarball is installed. @returns its folder */
export async function install(
  name: string,
  { from, packages = [] }: Project = {},
): Promise<string> {
  const { folder, tarball } = inject("packed");
  const project = join(folder, name);
  if (from) await cp(join(root, from), project, { recursive: true });
  else {
    const manifest = { name, private: true, type: "module" };
    await mkdir(project);
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
  }
  const args = ["install", "--no-package-lock", "--no-audit", "--no-fund"];
  await run("npm", [...args, tarball, ...packages], { cwd: project });
  return project;
}
