import { join } from "node:path";
import type { TestProject } from "vitest/node";
import pack, { root, run } from "../pack.js";

/** Installs the tarball beside the runtimes, compilers, bundlers and frameworks of this folder. */
export default async function setup(project: TestProject) {
  const remove = await pack(project);
  const { tarball } = project.getProvidedContext().packed;
  await run(
    "npm",
    ["install", "--no-save", "--no-engine-strict", "--no-audit", tarball],
    {
      cwd: join(root, "test/matrix/consumer"),
    },
  );
  return remove;
}
