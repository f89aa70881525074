// The scripts of release.yml as they stand, with the registry and GitHub replaced.
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { root, run } from "../pack.js";
import { listen } from "../listen.js";
import { copyRepository } from "./copy-repository.js";
import type { Workflow } from "../workflow-findings.js";

const { version, dependencies } = packageJson;
const { jobs = {} } = parse(
  await readFile(join(root, ".github/workflows/release.yml"), "utf8"),
) as Workflow;
const scriptWith = (job: string, text: string) =>
  jobs[job]?.steps?.find((step) => step.run?.includes(text))?.run ?? "";

test("a tag becomes a release, with notes, tarball, contract and SBOM", async () => {
  await using registry = await listen(
    // It knows no package.
    createServer((_request, response) => response.writeHead(404).end("{}")),
  );
  const cwd = await copyRepository();
  await prepare(cwd);
  const env = {
    ...process.env,
    GITHUB_REF_NAME: `v${version}`,
    npm_config_registry: registry.url,
    PATH: `${cwd}/bin:${process.env.PATH}`,
  };
  const bash = (script: string) =>
    run("bash", ["-eo", "pipefail", "-c", script], { cwd, env });
  const read = (path: string) => readFile(join(cwd, path), "utf8");

  const { stdout } = await bash(scriptWith("build", "npm pack"));
  expect(stdout).toContain(`+ kwik-portal-link@${version}`);
  expect(await read("release/notes.md")).toBe("- A change.\n");
  expect(await read("release/openapi.json")).toBe(
    await read("generated/openapi.json"),
  );
  const { bomFormat, components } = JSON.parse(
    await read("release/sbom.cdx.json"),
  ) as { bomFormat: string; components: { name: string }[] };
  expect(bomFormat).toBe("CycloneDX");
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(names).not.toContain("vitest");

  const { stdout: created } = await bash(scriptWith("github", "gh release"));
  expect(created).toBe(
    [
      `release create v${version} --verify-tag --notes-file release/notes.md`,
      `./release/kwik-portal-link-${version}.tgz`,
      "release/sbom.cdx.json release/openapi.json\n",
    ].join(" "),
  );

  env.GITHUB_REF_NAME = "v0.0.0";
  await rm(join(cwd, "release"), { recursive: true });
  await expect(bash(scriptWith("build", "npm pack"))).rejects.toMatchObject({
    stderr: expect.stringContaining("The tag is v0.0.0") as string,
  });
});

/** A changelog that can be released, and a `gh` that says what it was asked. */
async function prepare(folder: string): Promise<void> {
  const changelog = `# Changelog\n\n## ${version} (2026-12-01)\n\n- A change.\n`;
  await writeFile(join(folder, "CHANGELOG.md"), changelog);
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin/gh"), '#!/bin/sh\necho "$@"\n');
  await chmod(join(folder, "bin/gh"), 0o755);
}
