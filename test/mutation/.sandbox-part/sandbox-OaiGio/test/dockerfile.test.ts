// @ts-nocheck
// The image of the mock cannot be built here: what its Dockerfile says is done step by step, without Docker.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const dockerfile = await readFile(join(root, "Dockerfile"), "utf8");
const [build = "", image = ""] = dockerfile.split("\n\n");
const instructions = (stage: string, name: string) =>
  [...stage.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].map(
    ([, line = ""]) => line,
  );
const commandOf = (name: string) =>
  JSON.parse(
    /\[.*\]/.exec(instructions(image, name)[0] ?? "")?.[0] ?? "",
  ) as string[];

test("both stages start from the same image, by digest, and the last one runs as nobody in particular", () => {
  const [first, second] = instructions(dockerfile, "FROM");
  expect(first).toMatch(/^node:\d+-alpine@sha256:[\da-f]{64} AS build$/);
  expect(first).toBe(`${second} AS build`);
  expect(instructions(image, "USER")).toEqual(["node"]);
});

test("the files it copies are enough to build the mock, to run it, and to see that it is healthy", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kwik-image-"));
  const [source, app] = [join(folder, "build"), join(folder, "app")];
  for (const line of instructions(build, "COPY")) {
    const paths = line.split(" ").slice(0, -1);
    for (const path of paths)
      await cp(join(root, path), join(source, path), { recursive: true });
  }
  expect(instructions(build, "RUN")).toEqual([
    "npm ci --ignore-scripts && npm run build",
  ]);
  await symlink(join(root, "node_modules"), join(source, "node_modules"));
  await promisify(execFile)("npm", ["run", "build"], { cwd: source });
  for (const line of instructions(image, "COPY")) {
    const [, from = "", to = ""] = line.split(" ");
    await mkdir(join(app, to), { recursive: true });
    await cp(
      from.replace("/app", source),
      join(app, to, from.split("/").at(-1) ?? ""),
    );
  }

  const [node, ...entrypoint] = commandOf("ENTRYPOINT");
  expect(node).toBe("node");
  const mock = spawn(process.execPath, [...entrypoint, "--port", "0"], {
    cwd: app,
  });
  let printed = "";
  mock.stdout.on("data", (text: Buffer) => (printed += text.toString()));
  while (!printed.includes("stops it")) await once(mock.stdout, "data");
  const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
  const [, ...healthcheck] = commandOf("HEALTHCHECK");
  const isHealthy = () =>
    promisify(execFile)(
      process.execPath,
      healthcheck.map((part) => part.replace("4010", port)),
    ).then(
      () => true,
      () => false,
    );
  expect(await isHealthy()).toBe(true);
  mock.kill();
  await once(mock, "close");
  expect(await isHealthy()).toBe(false);
  await rm(folder, { recursive: true });
}, 120_000);
