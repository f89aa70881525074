import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("TypeScript has nothing to say about these programs", async () => {
  const tsc = "../node_modules/typescript/bin/tsc";
  const { stdout } = await promisify(execFile)(process.execPath, [tsc], {
    cwd: import.meta.dirname,
  }).catch((error: unknown) => error as { stdout: string });
  expect(stdout).toBe("");
});
