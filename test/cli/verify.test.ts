// npx kwik-portal-link verify: what it takes, refuses and prints, and its exit codes.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { startMockServer } from "../../src/mock.js";
import { cases } from "../contract/contract.js";
import { verifyCommand, type Terminal } from "../../src/cli/verify.js";
import { PAIR } from "../verify/providers.js";
import { COMMAND, ENV, start } from "./start.js";

beforeEach(() => {
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

/** The mock; by default it takes the right pair alone. */
async function serve(pair: object = PAIR) {
  const mock = await startMockServer(pair);
  onTestFinished(() => mock.close());
  return { mock, args: to(`${mock.url}/2.0`) };
}

async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "kwik-verify-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** Runs the command within this process. */
async function run(args: string[], terminal: Partial<Terminal> = {}) {
  const lines: string[] = [];
  const code = await verifyCommand(args, {
    print: (line) => lines.push(line),
    ...{ replace: undefined, confirm: undefined, isColoured: false },
    ...{ signal: new AbortController().signal, version: "1.2.3", ...terminal },
  });
  return { code, lines };
}

const to = (url: string) => ["--base-url", url, "--customer", "c"];
const here = to("http://127.0.0.1:1");

test("a right provider: what is sent, exit 0, and reports without a secret", async () => {
  const { mock, args } = await serve();
  const path = await temporaryFolder();
  for (const format of ["json", "junit"])
    args.push("--report", `${format}=${path}/${format}`);
  args.push("--header", "X-Key: hidden: it:", "--subscription", "sub_mine1");
  const { code, lines } = await run(args);
  expect(code).toBe(0);
  // The first request is sent twice.
  const links = cases.accepted.length + 1;
  const requests = links + cases.refused.length;
  expect(lines[0]).toContain(`Sends ${requests} requests to `);
  expect(lines[0]).toContain(`one at a time: ${links} create`);
  expect(lines.at(-1)).toMatch(/^✓ \d+ passed$/);
  const keys = mock.requests.map(({ headers }) => headers["x-key"]);
  expect(keys).toEqual(Array(requests).fill("hidden: it:"));
  const json = await readFile(`${path}/json`, "utf8");
  const junit = await readFile(`${path}/junit`, "utf8");
  expect(json).toContain('"package": "kwik-portal-link@1.2.3"');
  expect(junit).toContain('failures="0" errors="0"');
  const told = [...lines, json, junit].join("\n");
  expect(told).not.toMatch(/hidden|secret_do|ses_|cpl_|\/portal\/\w/);
});

test("a wrong provider: exit 1, until its rules are allowed", async () => {
  const { args } = await serve({});
  expect(await run(args)).toHaveProperty("code", 1);
  const allowed = [...args, "--allow", "auth.checked"];
  expect(await run(allowed)).toHaveProperty("code", 0);
});

test("an absent provider, or a no: exit 2", async () => {
  const path = await temporaryFolder();
  const absent = await run([...here, "--report", `junit=${path}/a.xml`]);
  expect(absent.code).toBe(2);
  expect(absent.lines.at(-1)).toMatch(/^Could not be checked: no response/);
  expect(await readFile(`${path}/a.xml`, "utf8")).toContain('errors="1"');
  const confirm = () => Promise.resolve(false);
  expect(await run(to("https://192.0.2.1"), { confirm })).toMatchObject({
    code: 2,
    lines: [expect.anything(), "Could not be checked: nothing was sent."],
  });
});

test("Ctrl-C ends a wait at once: exit 2, one line, no file", async () => {
  const { mock, args } = await serve();
  mock.next("rateLimited", { headers: { "retry-after": "59" } });
  const path = await temporaryFolder();
  const report = ["--report", `json=${path}/a.json`];
  const { child, ended, printed } = start("verify", ...args, ...report);
  await expect.poll(() => mock.requests, { timeout: 30_000 }).toHaveLength(1);
  child.kill("SIGINT");
  expect(await ended).toEqual([2, null]);
  expect(printed.err).toBe("Could not be checked: it was interrupted.\n");
  expect(await readdir(path)).toEqual([]);
});

test("a terminal sees one line of progress, and colour", async () => {
  const { args } = await serve();
  const command = [...COMMAND, "verify", ...args].join(" ");
  const env = { PATH: process.env.PATH, ...ENV };
  const child = spawn("script", ["-qec", command, "/dev/null"], { env });
  const out = await text(child.stdout);
  expect(out).toMatch(/\[2K1\/\d+ noSubscription: 200\r/);
  expect(out).toContain("\u001b[32m✓ ");
});
