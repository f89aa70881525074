// What npm would publish, packed once for the run.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
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
