import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { root, run } from "./pack.js";

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
