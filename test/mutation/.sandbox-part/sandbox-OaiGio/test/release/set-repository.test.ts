// @ts-nocheck
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const run = promisify(execFile);

async function copy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kwik-repository-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, ".github"));
  for (const path of ["package.json", "docs/verify.md"])
    await cp(path, join(folder, path));
  return folder;
}

const setRepository = (cwd: string, name: string) =>
  run(
    resolve("node_modules/.bin/tsx"),
    [resolve("scripts/set-repository.ts"), name],
    { cwd },
  );

test("one command says where the package lives, and says it again after a move", async () => {
  const folder = await copy();
  const read = (path: string) => readFile(join(folder, path), "utf8");
  for (const name of ["first/portal-link", "second/portal.link"]) {
    await setRepository(folder, name);
    const url = `https://github.com/${name}`;
    const written = JSON.parse(await read("package.json")) as object;
    expect(written).toEqual({
      ...packageJson,
      homepage: `${url}#readme`,
      bugs: { url: `${url}/issues` },
      repository: { type: "git", url: `git+${url}.git` },
    });
    await run("npm", ["pkg", "fix"], { cwd: folder });
    expect(JSON.parse(await read("package.json"))).toEqual(written);
    expect(await read(".github/CODEOWNERS")).toBe(`* @${name.split("/")[0]}\n`);
    expect(await read("docs/verify.md")).toContain(
      `uses: ${name}/.github/actions/verify@`,
    );
  }
});

test.for(["", "portal-link", "a/b/c", "https://github.com/a/b"])(
  "refuses %j, and changes nothing",
  async (name) => {
    const folder = await copy();
    await expect(setRepository(folder, name)).rejects.toMatchObject({
      code: 2,
    });
    const text = await readFile(join(folder, "package.json"), "utf8");
    expect(text).toBe(await readFile("package.json", "utf8"));
  },
);
