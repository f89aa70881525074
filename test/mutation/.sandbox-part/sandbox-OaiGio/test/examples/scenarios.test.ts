// @ts-nocheck
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { listen } from "../listen.js";

const ACCOUNT = {
  KWIK_API_KEY: "canary_key",
  KWIK_API_SECRET: "canary_secret",
  KWIK_CUSTOMER_ID: "cus_own",
};

const ID = expect.stringMatching(/^cpl_[\w-]{21}$/) as string;
const TIME = expect.stringMatching(/^\d{4}-.*Z$/) as string;

async function start(env: Record<string, string>) {
  const { KWIK_API_KEY, KWIK_API_SECRET, KWIK_CUSTOMER_ID, ...rest } =
    process.env;
  return promisify(execFile)(
    process.execPath,
    [
      "--import",
      "tsx",
      fileURLToPath(new URL("../../examples/scenarios.ts", import.meta.url)),
    ],
    {
      env: { ...rest, ...env },
    },
  );
}

test("npm start creates the page's three links, with a subscription_id on the second and third", async () => {
  const { stdout } = await start({});
  const rows = stdout
    .split("\n")
    .filter((line) => /cpl_/.test(line))
    .map((line) => line.split(/ {2,}/));
  expect(rows).toEqual([
    ["noSubscription", "0", "none", ID, TIME],
    ["subscription", "0", "sub_abc123", ID, TIME],
    ["advancedSettings", "9", "sub_abc123", ID, TIME],
  ]);
});

test("npm start says that the links are the mock's and what to try next, within 100 columns", async () => {
  const { stdout } = await start({});
  expect(stdout).toContain("These links are the mock's");
  expect(stdout).toContain("npm run mock ");
  for (const line of stdout.split("\n"))
    expect(line.length, line).toBeLessThanOrEqual(100);
});

test("with an account in the environment it asks the API, and shows neither secret nor link", async () => {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const body = JSON.parse(text) as {
        customer_id: string;
        subscription_id?: string;
      };
      bodies.push(body);
      const { customer_id, subscription_id } = body;
      const result = {
        id: "cpl_own",
        session_id: "canary_session",
        customer_id,
        subscription_id,
        link_url: "https://pay.kwik.co.za/portal/canary_link",
        expires_at: "2026-03-13T12:30:00Z",
      };
      response
        .setHeader("Content-Type", "application/json")
        .end(JSON.stringify({ status: true, result }));
    });
  });
  await using listening = await listen(server);
  const { stdout, stderr } = await start({
    ...ACCOUNT,
    KWIK_SUBSCRIPTION_ID: "sub_own",
    KWIK_BASE_URL: `${listening.url}/2.0`,
  });
  expect(bodies).toMatchObject([
    { customer_id: "cus_own" },
    { customer_id: "cus_own", subscription_id: "sub_own" },
    {
      customer_id: "cus_own",
      subscription_id: "sub_own",
      settings: { cancel_type: "AFTER_BILLING_PERIOD" },
    },
  ]);
  expect(stdout.match(/cpl_own/g)).toHaveLength(3);
  expect(stdout).not.toContain("mock");
  expect(stdout + stderr).not.toContain("canary");
});

test("half an account is refused, and what is missing is named", async () => {
  await expect(start({ KWIK_API_KEY: "canary_key" })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "Not set: KWIK_API_SECRET, KWIK_CUSTOMER_ID.",
    ) as string,
  });
});
