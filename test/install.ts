import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { inject } from "vitest";
import { root, run } from "./pack.js";

/** Copies a project, and installs the tarball and what else it needs there. */
export async function install(
  source: string,
  versions: Record<string, string> = {},
): Promise<string> {
  const { folder, tarball } = inject("packed");
  const project = join(folder, basename(source));
  await cp(join(root, source), project, { recursive: true });
  const others = Object.entries(versions).map(
    ([name, version]) => `${name}@${version}`,
  );
  const install = ["install", "--no-package-lock", tarball, ...others];
  await run("npm", install, { cwd: project });
  return project;
}
