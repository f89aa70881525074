// @ts-nocheck
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { promisify } from "node:util";

export type Bump = "none" | "patch" | "minor" | "major";
export const BUMPS: readonly Bump[] = ["none", "patch", "minor", "major"];

interface Change {
  /** A JSON pointer. */
  path: string;
  kind: string;
  impact: Bump;
}

/** What `redocly diff` calls a patch: who is let in, and what the type of the result relies on. */
const BREAKING = /\/(security|securitySchemes|x-echoes)(\/|$)/;

/** How far the version has to move from one bundled contract to the next: paths of both, and the changes that decide it. */
export async function neededBump(
  base: string,
  revision: string,
): Promise<{ bump: Bump; changes: string[] }> {
  const cli = resolve("node_modules/@redocly/cli/bin/cli.js");
  const files = [resolve(base), resolve(revision)];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, "diff", ...files, "--format=json", "--fail-on=none"],
    {
      // Away from redocly.yaml: beside any configuration, `redocly diff` takes nothing for breaking.
      cwd: import.meta.dirname,
      env: { ...process.env, REDOCLY_TELEMETRY: "off" },
      maxBuffer: 1e8,
    },
  );
  const { changes } = JSON.parse(stdout) as { changes: Change[] };
  const rated = changes.map(({ path, kind, impact }) => ({
    text: `${path} ${kind}`,
    bump: BREAKING.test(path) ? "major" : impact,
  }));
  const bump =
    BUMPS.findLast((bump) => rated.some((change) => change.bump === bump)) ??
    "none";
  const deciding = rated.filter((change) => change.bump === bump);
  return { bump, changes: deciding.map(({ text }) => text) };
}

/** Before 1.0.0 each part promises what the part above it promises later, as npm's `^` reads it. */
export function promisedBump(from: string, to: string): Bump {
  const before = from.split(".").map(Number);
  const after = to.split(".").map(Number);
  const part = after.findIndex((number, at) => number !== before[at]);
  if (part === -1) return "none";
  if (Number(after[part]) < Number(before[part])) return "none";
  if (before[0] === 0 && part > 0) return part === 1 ? "major" : "minor";
  return (["major", "minor", "patch"] as const)[part] ?? "none";
}
