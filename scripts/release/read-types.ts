import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Path → text. */
export type Files = Record<string, string>;

/** The declarations that a checkout has built, each under the path of the source that stands for it in a type test. */
export function readTypes(root: string): Files {
  const names = readdirSync(join(root, "dist"));
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(".d.ts"))
      .map((name) => [`src/${name}`, read(root, `dist/${name}`)]),
  );
}

/** The type tests of a checkout. They import the entry points, and nothing else of it. */
export function readTypeTests(root: string): Files {
  const names = readdirSync(join(root, "test/client"));
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(".test-d.ts"))
      .map((name) => `test/client/${name}`)
      .map((path) => [path, read(root, path)]),
  );
}

const read = (root: string, path: string) =>
  readFileSync(join(root, path), "utf8");
