// npx kwik-portal-link verify: what it takes, refuses and prints, and its exit codes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { cases } from "../contract/contract.js";
import { verifyCommand, type Terminal } from "../../src/cli/verify.js";
import { listen } from "../listen.js";
import * as p from "../verify/providers.js";

const ENV = { KWIK_API_KEY: p.API_KEY, KWIK_API_SECRET: p.API_SECRET };
const CLI = join(import.meta.dirname, "../../src/cli/main.ts");
const NODE = [process.execPath, "--import", import.meta.resolve("tsx"), CLI];

beforeEach(() => {
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

/** A provider on loopback, with the gateway's key of each request that came. */
async function serve(make: p.Make) {
  const provider = make();
  const keys: (string | undefined)[] = [];
  const server = createServer((incoming, outgoing) => {
    const headers = incoming.headers as Record<string, string>;
    keys.push(headers["x-key"]);
    void text(incoming).then(async (body) => {
      const init = { method: "POST", headers, body };
      const response = await provider(new Request("http://localhost", init));
      const entries = Object.fromEntries(response.headers);
      outgoing.writeHead(response.status, entries).end(await response.text());
    });
  });
  const listening = await listen(server);
  onTestFinished(() => listening[Symbol.asyncDispose]());
  const baseUrl = `${listening.url}/2.0`;
  return { keys, args: ["--base-url", baseUrl, "--customer", "cus_mine1"] };
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
const FORM = '"NAME: VALUE", in quotes.';
const here = to("http://127.0.0.1:1");
test.for<[string[], string]>([
  [[], "--base-url, --customer are missing."],
  [["--base-url", "x", "--customer", " "], "--customer is missing."],
  [to("http://api.example"), "--allow-http allows it."],
  [to("https://u:hidden@api.example"), "without credentials or query."],
  [to("https://192.0.2.1"), "add --yes."],
  [[...here, "--report", "xml=x"], "must be junit=FILE or json=FILE."],
  [[...here, "--report", "json=/no/x"], "cannot write /no/x (ENOENT)."],
  [[...here, "--report", "json=/"], "cannot write / (EISDIR)."],
  [[...here, "--allow", "request.bod"], "There is no rule request.bod"],
  [[...here, "--header", "Host: hidden"], "--header cannot set Host"],
  [[...here, "--header", "Content-length:9"], "cannot set Content-length"],
  [[...here, "--header", "X-Key:", "hidden"], FORM],
  [[...here, "--header", "X-Key:", "--hidden"], FORM],
  [[...here, "--header=X-Key:", "--hidden=1"], FORM],
  [[...here, "--header", "X-Key", ":hidden"], FORM],
  [[...here, "--header", "X-Key: "], FORM],
  [[...here, "--header", "X Key: hidden"], FORM],
  [[...here, "--header", "hidden"], FORM],
  [[...here, "--header", "X-Key: hid\nden"], FORM],
  [[...here, "--header", "X-Key: hidden\u2028"], FORM],
])("%j is refused before anything is sent", async ([args, message]) => {
  const error = await run(args).catch((thrown: unknown) => thrown as Error);
  expect(error).toMatchObject({ name: "UsageError" });
  expect((error as Error).message).toContain(message);
  expect((error as Error).message).not.toMatch(/hid/);
});

test("a right provider: what is sent, exit 0, and reports without a secret", async () => {
  const { keys, args } = await serve(p.right);
  const path = await temporaryFolder();
  for (const format of ["json", "junit"])
    args.push("--report", `${format}=${path}/${format}`);
  args.push("--header", "X-Key: hidden: it", "--subscription", "sub_mine1");
  const { code, lines } = await run(args);
  expect(code).toBe(0);
  // The first request is sent twice.
  const links = cases.accepted.length + 1;
  const requests = links + cases.refused.length;
  expect(lines[0]).toContain(`Sends ${requests} requests to `);
  expect(lines[0]).toContain(`one at a time: ${links} create`);
  expect(lines.at(-1)).toMatch(/^✓ \d+ passed$/);
  expect(keys).toEqual(Array(requests).fill("hidden: it"));
  const json = await readFile(`${path}/json`, "utf8");
  const junit = await readFile(`${path}/junit`, "utf8");
  expect(json).toContain('"package": "kwik-portal-link@1.2.3"');
  expect(junit).toContain('failures="0" errors="0"');
  const told = [...lines, json, junit].join("\n");
  expect(told).not.toMatch(/hidden|secret_do|ses_|cpl_|\/portal\/\w/);
});

test("a wrong provider: exit 1, until its rules are allowed", async () => {
  const { args } = await serve(
    p.requests((sent) => sent.replace(":1", ':"1"')),
  );
  const { code, lines } = await run(args);
  expect(code).toBe(1);
  for (const line of lines)
    if (/^✗ request\./.test(line)) args.push("--allow", line.slice(2));
  expect(await run(args)).toMatchObject({ code: 0 });
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
  const headers = { "retry-after": "59" };
  const busy = () => new Response(null, { status: 429, headers });
  const { keys, args } = await serve(p.at(() => true, busy));
  const path = await temporaryFolder();
  const [node = "", ...cli] = NODE;
  const report = ["--report", `json=${path}/a.json`];
  const env = { ...process.env, ...ENV };
  const child = spawn(node, [...cli, "verify", ...args, ...report], { env });
  const error = text(child.stderr);
  await expect.poll(() => keys.length, { timeout: 30_000 }).toBe(1);
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([2, null]);
  expect(await error).toBe("Could not be checked: it was interrupted.\n");
  expect(await readdir(path)).toEqual([]);
});

test("a terminal sees one line of progress, and colour", async () => {
  const { args } = await serve(p.right);
  const command = [...NODE, "verify", ...args].join(" ");
  const env = { PATH: process.env.PATH, ...ENV };
  const child = spawn("script", ["-qec", command, "/dev/null"], { env });
  const out = await text(child.stdout);
  expect(out).toMatch(/\[2K1\/\d+ noSubscription: 200\r/);
  expect(out).toContain("\u001b[32m✓ ");
});
