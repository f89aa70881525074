// npm start.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { examples } from "../src/contract/generated.js";
import { startMockServer } from "../src/mock.js";

async function start(account: Record<string, string> = {}) {
  const { KWIK_API_KEY, KWIK_API_SECRET, KWIK_CUSTOMER_ID, ...rest } =
    process.env;
  const args = ["--import", "tsx", "examples/scenarios.ts"];
  const env = { ...rest, ...account };
  return promisify(execFile)(process.execPath, args, { env });
}

test.concurrent(
  "it creates the page's three links against the mock, and says what to try next",
  async ({ expect }) => {
    const { stdout } = await start();
    const { settings } = examples.request.advancedSettings;
    const count = Object.keys(settings).length;
    const rows = stdout
      .split("\n")
      .filter((line) => line.includes("cpl_"))
      .map((line) => line.split(/ {2,}/).slice(0, 3));
    expect(rows).toEqual([
      ["noSubscription", "0", "none"],
      ["subscription", "0", "sub_abc123"],
      ["advancedSettings", String(count), "sub_abc123"],
    ]);
    expect(stdout).toContain("These links are the mock's");
    expect(stdout).toContain("npm run mock ");
    for (const line of stdout.split("\n"))
      expect(line.length, line).toBeLessThanOrEqual(100);
  },
);

test.concurrent(
  "with an account in the environment it asks the API, and shows neither secret nor link",
  async ({ expect }) => {
    const credentials = { apiKey: "canary_key", apiSecret: "canary_secret" };
    const mock = await startMockServer(credentials);
    const { stdout, stderr } = await start({
      KWIK_API_KEY: credentials.apiKey,
      KWIK_API_SECRET: credentials.apiSecret,
      KWIK_CUSTOMER_ID: "cus_own",
      KWIK_SUBSCRIPTION_ID: "sub_own",
      KWIK_BASE_URL: mock.url,
    });
    const subscription = { customer_id: "cus_own", subscription_id: "sub_own" };
    expect(mock.requests.map(({ body }) => body)).toMatchObject([
      { customer_id: "cus_own" },
      subscription,
      { ...subscription, settings: { cancel_type: "AFTER_BILLING_PERIOD" } },
    ]);
    expect(stdout).not.toContain("the mock");
    expect(stdout + stderr).not.toMatch(/canary|\/portal\//);
    await mock.close();
  },
);

test("half an account is refused, and what is missing is named", async () => {
  const missing = "Not set: KWIK_API_SECRET, KWIK_CUSTOMER_ID.";
  await expect(start({ KWIK_API_KEY: "canary_key" })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(missing) as string,
  });
});
