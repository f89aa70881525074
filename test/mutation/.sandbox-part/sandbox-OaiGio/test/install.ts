// @ts-nocheck
import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";

export const run = promisify(execFile);
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Copies a project, and installs the tarball and what else it needs there. */
export async function install(
  source: string,
  versions: Record<string, string> = {},
): Promise<string> {
  const { folder, filename } = inject("packed");
  const project = join(folder, basename(source));
  await cp(join(root, source), project, { recursive: true });
  const others = Object.entries(versions).map(
    ([name, version]) => `${name}@${version}`,
  );
  await run(
    "npm",
    ["install", "--no-package-lock", join(folder, filename), ...others],
    { cwd: project },
  );
  return project;
}
