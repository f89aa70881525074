// Without Docker: what the Dockerfile says is done step by step.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, inject, test } from "vitest";
import { root, run } from "./pack.js";

const dockerfile = await readFile(join(root, "Dockerfile"), "utf8");
const [build = "", image = ""] = dockerfile.split("\n\n");

/** What follows a word of the Dockerfile, such as COPY, in a stage. */
const linesOf = (stage: string, word: string) =>
  [...stage.matchAll(new RegExp(`^${word} (.*)$`, "gm"))].map(
    ([, line = ""]) => line,
  );
const commandOf = (word: string) => {
  const [, json = "[]"] = /(\[.*\])/.exec(linesOf(image, word)[0] ?? "") ?? [];
  return JSON.parse(json) as string[];
};

test("both stages start from one image, by its digest, and the mock does not run as root", () => {
  const [first, second] = linesOf(dockerfile, "FROM");
  expect(first).toMatch(/^node:\d+-alpine@sha256:[\da-f]{64} AS build$/);
  expect(first).toBe(`${second} AS build`);
  expect(linesOf(image, "USER")).toEqual(["node"]);
});

test("what it copies is enough to build the mock, to run it, and to see that it is healthy", async () => {
  const source = join(inject("packed").folder, "image", "build");
  const app = join(inject("packed").folder, "image", "app");
  for (const line of linesOf(build, "COPY"))
    for (const path of line.split(" ").slice(0, -1))
      await cp(join(root, path), join(source, path), { recursive: true });
  expect(linesOf(build, "RUN")).toEqual([
    "npm ci --ignore-scripts && npm run build",
  ]);
  await symlink(join(root, "node_modules"), join(source, "node_modules"));
  await run("npm", ["run", "build"], { cwd: source });
  for (const line of linesOf(image, "COPY")) {
    const [, from = "", to = ""] = line.split(" ");
    await cp(from.replace("/app", source), join(app, to, basename(from)));
  }

  const args = [...commandOf("ENTRYPOINT").slice(1), "--port", "0"];
  const mock = spawn(process.execPath, args, { cwd: app });
  const [line] = (await once(mock.stdout, "data")) as [Buffer];
  const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(line.toString()) ?? [];
  const [, ...healthcheck] = commandOf("HEALTHCHECK");
  const check = healthcheck.map((part) => part.replace("4010", port));
  await run(process.execPath, check);
  mock.kill();
  await once(mock, "close");
  await expect(run(process.execPath, check)).rejects.toThrow();
});
