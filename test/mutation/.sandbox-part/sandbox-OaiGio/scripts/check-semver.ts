// @ts-nocheck
// npm run check:semver: has the version moved as far from the last tag as the contract has?
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import packageJson from "../package.json" with { type: "json" };
import { BUMPS, neededBump, promisedBump } from "./release/needed-bump.js";

const git = (...args: string[]) =>
  execFileSync("git", args, { encoding: "utf8", maxBuffer: 1e8 });

const { version } = packageJson;
const tags = git("tag", "--list", "v*", "--sort=-v:refname").split("\n");
const tag = tags.find((tag) => tag && tag !== `v${version}`);
if (tag) await compareWith(tag);
else if (git("rev-parse", "--is-shallow-repository").trim() === "true")
  fail("This clone has no tags to compare with: git fetch --unshallow --tags");
else console.log(`Nothing was released before ${version}.`);

async function compareWith(tag: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kwik-semver-"));
  const released = join(folder, "openapi.json");
  writeFileSync(released, git("show", `${tag}:generated/openapi.json`));
  const { bump, changes } = await neededBump(
    released,
    "generated/openapi.json",
  );
  rmSync(folder, { recursive: true });
  const promised = promisedBump(tag.slice(1), version);
  const verdict = `From ${tag} to ${version} is a ${promised} release, and the contract's changes are ${bump}.`;
  if (BUMPS.indexOf(promised) < BUMPS.indexOf(bump))
    fail([verdict, ...changes].join("\n  "));
  else console.log(verdict);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
