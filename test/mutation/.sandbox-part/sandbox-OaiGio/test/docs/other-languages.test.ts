// @ts-nocheck
// The programs of docs/other-languages.md run as they stand there, but for the port.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMockServer, type MockServer } from "../../src/mock.js";

const guide = await readFile(
  new URL("../../docs/other-languages.md", import.meta.url),
  "utf8",
);

let mock: MockServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-languages-"));
  mock = await startMockServer();
  const files = guide.matchAll(
    /^```(?:python|php)\n((?:<\?php\n)?(?:#|\/\/) (\S+)\n.*?)^```$/gms,
  );
  for (const [, code = "", name = ""] of files)
    await writeFile(join(folder, name), code);
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => mock.reset());

const run = async (command: string, ...args: string[]) => {
  const env = { ...process.env, KWIK_MOCK_URL: mock.url };
  const options = { cwd: folder, env };
  const { stdout } = await promisify(execFile)(command, args, options);
  return stdout;
};

test("curl", async () => {
  const [, script = ""] = /^```sh\n(mock=.*?)^```$/ms.exec(guide) ?? [];
  const stdout = await run("bash", "-euc", script);
  expect(stdout).toMatch(
    /^\{"status":"ok"\}\{"status":false,"error_code":"007".*\}\[\{"method":"POST".*"cus_gone".*\}\]$/,
  );
  expect(mock.requests).toEqual([]);
});

test("pytest", async () => {
  expect(
    await run("python3", "-m", "pytest", "-p", "no:cacheprovider"),
  ).toMatch(/\b2 passed\b/);
  expect(mock.requests).toMatchObject([{ body: { customer_id: "cus_gone" } }]);
});

test("PHPUnit", async () => {
  expect(await run("phpunit", "PortalTest.php")).toMatch(
    /OK \(2 tests, 3 assertions\)/,
  );
  expect(mock.requests).toMatchObject([{ body: { customer_id: "cus_gone" } }]);
});
