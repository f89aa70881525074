import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../pack.js";

/** A copy of the working tree, without its history and its build, until the test has ended. */
export async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kwik-release-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(root, folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|\.git|dist)$/.test(path),
  });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}
