// @ts-nocheck
// The GitHub Action's script, with npx replaced by the command itself.
import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { startMockServer } from "../../src/mock.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const action = parse(
  await readFile(join(root, ".github/actions/verify/action.yml"), "utf8"),
) as {
  inputs: Record<string, { default?: string }>;
  runs: { steps: { env: Record<string, string>; run: string }[] };
};

async function run(inputs: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "kwik-action-"));
  try {
    const npx = `#!/bin/sh
while [ "$1" != -- ]; do echo "$1" >> "${folder}/asked"; shift; done
shift 2
exec "${process.execPath}" --import tsx "${root}src/cli/main.ts" "$@"
`;
    await writeFile(join(folder, "npx"), npx);
    await chmod(join(folder, "npx"), 0o755);
    const [step] = action.runs.steps;
    const environment = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /\$\{\{ inputs\.([\w-]+) \}\}/.exec(value)?.[1] ?? "";
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ""];
    });
    const failed = await promisify(execFile)(
      "bash",
      ["-eo", "pipefail", "-c", step?.run ?? ""],
      {
        cwd: root,
        env: {
          ...(Object.fromEntries(environment) as Record<string, string>),
          PATH: `${folder}:${process.env.PATH}`,
          GITHUB_STEP_SUMMARY: join(folder, "summary"),
          JUNIT: join(folder, "junit.xml"),
        },
      },
    ).then(
      () => 0,
      ({ code }: { code: number }) => code,
    );
    const read = (name: string) => readFile(join(folder, name), "utf8");
    return {
      code: failed,
      asked: await read("asked"),
      summary: await read("summary"),
      junit: await read("junit.xml"),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("passes on what verify says, with its reports", async () => {
  const mock = await startMockServer({ apiKey: "key", apiSecret: "secret" });
  const inputs = {
    "base-url": mock.url,
    customer: "cus_mine $(exit 9)",
    "api-key": "key",
    "api-secret": "secret",
  };
  const passed = await run(inputs);
  expect(passed.code).toBe(0);
  expect(passed.asked).toContain(`kwik-portal-link@${packageJson.version}\n`);
  expect(passed.summary).toMatch(/^## ✓ \d+ passed · \d+ skipped\n/);
  expect(passed.junit).toContain('failures="0"');
  expect(mock.requests[0]).toMatchObject({
    body: { customer_id: "cus_mine $(exit 9)" },
  });
  const refused = await run({ ...inputs, "api-secret": "another" });
  expect(refused.code).toBe(2);
  expect(refused.summary).toMatch(/^## Could not be checked: the key was/);
  await mock.close();
});

test("needs no more than its inputs", () => {
  const [step] = action.runs.steps;
  expect(step?.run).not.toContain("${{");
  const used = Object.values(step?.env ?? {}).map(
    (value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1],
  );
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
});
