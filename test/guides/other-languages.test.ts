// The programs of docs/contract-tests.md in Python and PHP: as they stand there, but for the mock's address.
import { exec } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { startMockServer } from "../../src/mock.js";
import { samples } from "./guide-samples.js";

const cwd = "test/.tmp/languages";
const mock = await startMockServer({ apiKey: "key", apiSecret: "canary" });
const account = {
  ...{ KWIK_BASE_URL: mock.url, KWIK_API_KEY: "key" },
  ...{ KWIK_API_SECRET: "canary", KWIK_CUSTOMER_ID: "cus_1" },
  ...{ KWIK_PRODUCT_ID: "pro_1", KWIK_OTHER_PRODUCT_ID: "pro_2" },
};
await mkdir(cwd, { recursive: true });
for (const { file, code } of samples) {
  const local = code.replaceAll("http://127.0.0.1:4010", mock.url);
  if (/\.(py|php)$/.test(file)) await writeFile(`${cwd}/${file}`, local);
}
afterAll(() => Promise.all([mock.close(), rm(cwd, { recursive: true })]));

/** What it prints, and its exit code. */
function run(command: string, subscription = "sub_1"): Promise<string> {
  const more = { KWIK_SUBSCRIPTION_ID: subscription };
  const env = { ...process.env, ...account, ...more };
  return promisify(exec)(command, { cwd, env }).then(
    ({ stdout }) => `${stdout}exit 0`,
    (error: { stdout: string; code: number }) =>
      `${error.stdout}exit ${error.code}`,
  );
}

const python = `python3 -c 'from kwik_mock import mock; mock("next", name="recordNotFound")'`;
const php = `php -r 'require "kwik-mock.php"; mock("next", ["name" => "recordNotFound"]);'`;

test.for([
  ["python3 contract_cases.py", python],
  ["php contract-cases.php", php],
])("%s judges a server", async ([program, failNext = ""]) => {
  mock.reset();
  const judge = `${program} ../../../generated/cases.json`;
  const right = await run(judge);
  expect(right).toMatch(/^\{"failed": ?0, ?"warning": ?0,.*\nexit 0$/);
  expect(await run(judge, "")).not.toMatch(/exit 0$/);
  expect(await run(failNext)).toBe("exit 0");
  const refusing = await run(judge);
  expect(refusing).toMatch(/^failed: accepted.noSub.*404[^]*exit 1$/);
  const result = { customer_id: "cus_1", link_url: "https://pay.example/1" };
  mock.next({ body: { status: true, result }, times: 99 });
  const careless = await run(judge);
  expect(careless).toMatch(/^failed: accepted.subscription[^]*: request.body/);
  expect(careless).not.toContain("canary");
});
