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

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A change below `openapi/`. A `from` between slashes is a regular expression. */
export type Edit =
  | { file: string; from: string; to: string }
  | { add: string; text: string }
  | { delete: string };

/** A copy of the hand-written contract in a folder of its own, to be changed and thrown away. */
export async function copyContract(edits: readonly Edit[] = []) {
  const folder = await mkdtemp(join(tmpdir(), "kwik-contract-"));
  for (const name of ["openapi", "redocly.yaml"])
    await cp(join(root, name), join(folder, name), { recursive: true });
  // Node loads a linked plugin once, a copied one each time.
  await symlink(join(root, "scripts"), join(folder, "scripts"), "junction");
  for (const edit of edits) await change(join(folder, "openapi"), edit);
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function change(folder: string, edit: Edit): Promise<void> {
  if ("add" in edit) return writeFile(join(folder, edit.add), edit.text);
  if ("delete" in edit) return rm(join(folder, edit.delete));
  const path = join(folder, edit.file);
  const before = await readFile(path, "utf8");
  const [, pattern] = /^\/(.*)\/$/s.exec(edit.from) ?? [];
  const from = pattern === undefined ? edit.from : new RegExp(pattern);
  const after = before.replace(from, edit.to);
  if (after === before)
    throw new Error(`The edit of ${edit.file} changes nothing.`);
  await writeFile(path, after);
}
