// npm run check:semver: has the version moved as far from the last tag as the contract and the exported types have?
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import packageJson from "../package.json" with { type: "json" };
import { BUMPS, neededBump, promisedBump } from "./release/needed-bump.js";
import { readTypes, readTypeTests } from "./release/read-types.js";
import { typesBump } from "./release/types-bump.js";

const git = (...args: string[]) =>
  execFileSync("git", args, { encoding: "utf8" });

// Between two releases the changelog says what the next version will be.
const [, version = packageJson.version] =
  /^## Unreleased \((\d+\.\d+\.\d+)\)$/m.exec(
    readFileSync("CHANGELOG.md", "utf8"),
  ) ?? [];
const tag = git("tag", "--merged", "HEAD", "--sort=-v:refname")
  .split("\n")
  .find((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && tag !== `v${version}`);
if (tag) await compareWith(tag);
else if (git("rev-parse", "--is-shallow-repository").trim() === "true")
  fail("This clone has no tags to compare with: git fetch --unshallow --tags");
else console.log(`Nothing was released before ${version}.`);

async function compareWith(tag: string): Promise<void> {
  const released = mkdtempSync(join(tmpdir(), "kwik-semver-"));
  try {
    buildAt(tag, released);
    const contract = "generated/openapi.json";
    const promised = promisedBump(tag.slice(1), version);
    const verdict = `From ${tag} to ${version} is a ${promised} release`;
    const changes = {
      contract: await neededBump(join(released, contract), contract),
      types: typesBump(
        readTypes(released),
        readTypes("."),
        readTypeTests(released),
      ),
    };
    for (const [what, { bump, changes: because }] of Object.entries(changes)) {
      const line = `${verdict}, and the changes of the ${what} are ${bump}.`;
      if (BUMPS.indexOf(promised) < BUMPS.indexOf(bump))
        fail([line, ...because].join("\n  "));
      else console.log(line);
    }
  } finally {
    rmSync(released, { recursive: true });
  }
}

/** Built with the tools of today: their output is compared, and they are no part of the package. */
function buildAt(tag: string, folder: string): void {
  git(
    "clone",
    "--quiet",
    "--config=advice.detachedHead=false",
    "--branch",
    tag,
    ".",
    folder,
  );
  symlinkSync(
    resolve("node_modules"),
    join(folder, "node_modules"),
    "junction",
  );
  const build = ["--import", "tsx", "scripts/build.ts"];
  execFileSync(process.execPath, build, { cwd: folder });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
