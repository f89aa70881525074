// @ts-nocheck
// What npm would publish, packed once for the run.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

interface Packed {
  folder: string;
  filename: string;
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
  const { stdout } = await promisify(execFile)(
    "npm",
    ["pack", "--json", "--pack-destination", folder],
    { cwd: fileURLToPath(new URL("..", import.meta.url)) },
  );
  // npm prints the script it ran before the JSON.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [Packed];
  project.provide("packed", { ...packed, folder });
  return () => rm(folder, { recursive: true, force: true });
}
