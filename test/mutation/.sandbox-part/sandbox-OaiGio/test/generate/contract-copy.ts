// @ts-nocheck
import {
  cp,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the hand-written contract in a folder of its own, to be broken and thrown away. */
export interface ContractCopy extends AsyncDisposable {
  root: string;
  edit: (file: string, change: (text: string) => string) => Promise<void>;
}

export async function copyContract(): Promise<ContractCopy> {
  const folder = await mkdtemp(join(tmpdir(), "kwik-contract-"));
  for (const name of ["openapi", "redocly.yaml"])
    await cp(join(root, name), join(folder, name), { recursive: true });
  // Node loads a linked plugin once, a copied one each time.
  await symlink(join(root, "scripts"), join(folder, "scripts"), "junction");
  return {
    root: folder,
    async edit(file, change) {
      const path = join(folder, file);
      const before = await readFile(path, "utf8").catch(() => "");
      const after = change(before);
      if (after === before)
        throw new Error(`The edit of ${file} changes nothing.`);
      await writeFile(path, after);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
