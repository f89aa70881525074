import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { run } from "../pack.js";
import { copyRepository } from "./copy-repository.js";

test("the version moves as far from the last release as what changed, by the changelog's heading or package.json", async () => {
  const cwd = await copyRepository();
  const git = (...args: string[]) => run("git", args, { cwd });
  const command = ["--import", "tsx", "scripts/check-semver.ts"];
  const check = () => run(process.execPath, command, { cwd });
  const edit = async (path: string, part: RegExp, other: string) => {
    const text = await readFile(join(cwd, path), "utf8");
    const edited = text.replace(part, other);
    expect(edited).not.toBe(text);
    await writeFile(join(cwd, path), edited);
  };
  await git("init", "--quiet", "--initial-branch=main");
  for (const [key, value] of Object.entries({
    name: "A",
    email: "a@b.example",
  }))
    await git("config", `user.${key}`, value);
  await git("add", "--all", ":!node_modules");
  await git("commit", "--quiet", "--message=A release");
  expect((await check()).stdout).toMatch(/^Nothing was released before \d/);

  await git("tag", "v1.0.0");
  // None is the last release of this history.
  for (const tag of ["v1.0.1-rc.1", "v1.x", "vnext"]) await git("tag", tag);
  await git("commit", "--quiet", "--allow-empty", "--message=Elsewhere");
  await git("tag", "v2.0.0");
  await git("reset", "--quiet", "--hard", "HEAD~1");

  await edit("package.json", /"version": ".*"/, '"version": "1.1.0"');
  await edit("CHANGELOG.md", /^## Unreleased.*$/m, "## 1.1.0 (2026-12-01)");
  await edit("src/index.ts", /^ {2}KwikTimeoutError,\n/m, "");
  await run("npm", ["run", "build"], { cwd });
  const types = "src/index.d.ts exports no KwikTimeoutError";
  await expect(check()).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining(
      "From v1.0.0 to 1.1.0 is a minor release, and the changes of the contract are none.",
    ) as string,
    stderr: expect.stringContaining(types) as string,
  });
  await edit("CHANGELOG.md", /^## 1\.1\.0.*$/m, "## Unreleased (2.0.0)");
  expect((await check()).stdout).toContain(
    "From v1.0.0 to 2.0.0 is a major release, and the changes of the types are major.",
  );
});
