// @ts-nocheck
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const { dirname } = import.meta;

/** Packs the package and installs the tarball beside the runtimes, compilers and bundlers of this folder. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "kwik-matrix-"));
  const pack = ["pack", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: join(dirname, "../..") });
  // npm prints the script it ran before the JSON.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [
    { filename: string },
  ];
  const install = ["install", "--no-save", "--no-engine-strict"];
  await run("npm", [...install, join(folder, filename)], { cwd: dirname });
  await rm(folder, { recursive: true });
}
