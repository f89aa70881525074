// @ts-nocheck
// The workflows are for stock tools: here the one that its vendor ships.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { startMockServer } from "../../src/mock.js";

const require = createRequire(import.meta.url);
const redocly = dirname(require.resolve("@redocly/cli/package.json"));
const workflows = require.resolve("kwik-portal-link/arazzo.json");

/** @returns the workflows that fail. */
async function respect(url: string) {
  const folder = await mkdtemp(join(tmpdir(), "kwik-respect-"));
  const results = join(folder, "results.json");
  const inputs = {
    customer_id: "cus_abc123",
    subscription_id: "sub_abc123",
    api_key: "key",
    api_secret: "secret",
  };
  try {
    await promisify(execFile)(
      process.execPath,
      [
        ...[join(redocly, "bin/cli.js"), "respect", workflows],
        ...["-S", `portal-link=${url}`, "-J", results],
      ],
      {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          REDOCLY_TELEMETRY: "off",
          REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
        },
      },
    ).catch(() => "Some fail: the results say which.");
    const { files } = JSON.parse(await readFile(results, "utf8")) as {
      files: Record<
        string,
        { executedWorkflows: { workflowId: string; status: string }[] }
      >;
    };
    return Object.values(files)
      .flatMap(({ executedWorkflows }) => executedWorkflows)
      .map(({ workflowId, status }) => `${workflowId}: ${status}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const WORKFLOWS = [
  "noSubscription",
  "subscription",
  "advancedSettings",
  "noCredentials",
  "missingCustomerId",
  "foreignCancelType",
];

test("stock Redocly Respect runs the workflows: the mock passes all", async () => {
  const mock = await startMockServer({ apiKey: "key", apiSecret: "secret" });
  try {
    expect(await respect(`${mock.url}/2.0`)).toEqual(
      WORKFLOWS.map((workflow) => `${workflow}: success`),
    );
  } finally {
    await mock.close();
  }
});

test("Prism always answers with the first example, and fails where a subscription is asked for", async () => {
  expect(await respect(inject("prismUrl"))).toEqual(
    WORKFLOWS.map((workflow) =>
      ["subscription", "advancedSettings"].includes(workflow)
        ? `${workflow}: error`
        : `${workflow}: success`,
    ),
  );
});
