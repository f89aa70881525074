// npx kwik-portal-link verify: what it says, its exit codes, and what ends it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
  vi,
} from "vitest";
import {
  startMockServer,
  type MockAnswerName,
  type MockOptions,
  type MockServer,
} from "../../src/mock.js";
import {
  CLI,
  ENVIRONMENT,
  runInProcess,
  SECRET,
  startCommand,
} from "./run-command.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-verify-test-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT))
    vi.stubEnv(name, value);
});

const running: MockServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((server) => server.close()));
});
async function provider(
  options: MockOptions = { apiKey: "key_abc123", apiSecret: SECRET },
): Promise<MockServer> {
  const server = await startMockServer(options);
  running.push(server);
  return server;
}
const target = ({ url }: { url: string }) => [
  ...["--base-url", url, "--customer", "cus_mine"],
];

test("a passed verification: what is sent, each response, the counts, exit 0", async () => {
  const server = await provider();
  const { code, out, err } = await startCommand([
    ...target({ url: `${server.url}/2.0` }),
    ...["--subscription", "sub_mine"],
  ]).ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.split("\n");
  const [, requests, links] =
    /^Sends (\d+) requests to \S+\/2\.0, one at a time: (\d+) create real links for "cus_mine"/.exec(
      out,
    ) ?? [];
  expect(server.requests).toHaveLength(Number(requests));
  expect(out.match(/: 200$/gm)).toHaveLength(Number(links));
  expect(lines[1]).toBe(` 1/${requests} noSubscription: 200`);
  const summary = lines.find((line) => line.startsWith("✓"));
  expect(summary).toMatch(/^✓ \d+ passed$/);
  expect(out).not.toContain(SECRET);
  expect(out).not.toMatch(/ses_|\/portal\/\w/);
});

test("a failed verification: the counts, then what failed in sentences with a curl command, exit 1", async () => {
  const { code, lines, out } = await runInProcess(target(await provider({})));
  expect(code).toBe(1);
  expect(out).toContain(
    "Without --subscription, not sent: subscription, advancedSettings.",
  );
  expect(out).toMatch(
    /\/\d+ A wrong API key: 200 {2}✗ A wrong API key must be refused\. It was accepted \(HTTP 200\)\.\n/,
  );
  const at = lines.findIndex((line) => line.startsWith("✗"));
  expect(lines[at]).toMatch(/^✗ 1 failed · \d+ passed · \d+ skipped$/);
  expect(lines.slice(at + 2, at + 5)).toEqual([
    "✗ auth.checked",
    "    A wrong API key must be refused. It was accepted (HTTP 200).",
    expect.stringMatching(
      /^ {4}curl -X POST 'http:\/\/127\.0\.0\.1:\d+\/customer-portal\/link' -u "\$\{KWIK_API_KEY\}x:\$KWIK_API_SECRET" -H 'Content-Type: application\/json' -d '\{"customer_id":"cus_mine"\}'$/,
    ),
  ]);
});

test("on a terminal: progress in one place, and colour", async () => {
  const replaced: string[] = [];
  const { lines } = await runInProcess(target(await provider()), {
    replace: (line) => replaced.push(line),
    isColoured: true,
  });
  expect(replaced[0]).toMatch(/^ 1\/\d+ noSubscription: 200$/);
  expect(replaced.at(-1)).toBe("");
  expect(lines.join("\n")).toContain("\u001b[32m✓ ");
  expect(lines.join("\n")).not.toContain("noSubscription: 200");
});

test("warnings are no failures, unless --strict", async () => {
  const server = await provider();
  // The mock, with a rule of this contract's own left out.
  const tolerant = vi.fn((request: Request) => globalFetch(request));
  const globalFetch = globalThis.fetch;
  vi.stubGlobal("fetch", async (request: Request) => {
    const text = await request.clone().text();
    if (!text.includes('"/relative"')) return tolerant(request);
    const body = JSON.stringify({ customer_id: "cus_mine" });
    return tolerant(new Request(request, { body }));
  });
  try {
    const lenient = await runInProcess(target(server));
    expect(lenient.code).toBe(0);
    expect(lenient.out).toMatch(/\n✓ \d+ passed · \d+ skipped · 1 warning\n/);
    expect(lenient.out).toContain("! request.settings.redirect_url.format\n");
    expect(lenient.out).toContain("This rule is ours, not the vendor's.");
    const strict = await runInProcess([...target(server), "--strict"]);
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/\n✗ 1 failed · \d+ passed · \d+ skipped\n/);
  } finally {
    vi.unstubAllGlobals();
  }
});

test.for([
  ["a refused key", ["invalidApiKey"], "the key was refused (HTTP 401)"],
  [
    "an unknown customer",
    ["recordNotFound"],
    "the customer was not found (HTTP 404)",
  ],
  [
    "an unknown subscription",
    ["noSubscription", "noSubscription", "recordNotFound"],
    "the subscription was not found (HTTP 404)",
  ],
  [
    "a rate limit",
    ["noSubscription", "rateLimited"],
    "it asked to slow down (HTTP 429), at noSubscription again",
  ],
  ["a failure at once", ["serverError"], "it failed (HTTP 500)"],
  [
    "a lost connection",
    ["noSubscription", "connectionLost"],
    "no answer (UND_ERR_SOCKET) to noSubscription again",
  ],
] as [string, MockAnswerName[], string][])(
  "%s: exit 2, and nothing more is sent",
  async ([, names, why], { expect }) => {
    const server = await provider();
    for (const name of names) server.next(name);
    const { code, lines } = await runInProcess([
      ...["--base-url", server.url, "--customer", "cus_abc123"],
      ...["--subscription", "sub_abc123"],
    ]);
    expect(code).toBe(2);
    expect(lines.at(-1)).toMatch(/^Could not be checked: /);
    expect(lines.at(-1)).toContain(why);
    expect(server.requests).toHaveLength(names.length);
  },
);

test("an unreachable provider: exit 2, and the reports say so", async () => {
  const server = await startMockServer();
  await server.close();
  const { code, lines } = await runInProcess([
    ...target(server),
    ...["--report", `junit=${folder}/none.xml`],
  ]);
  expect(code).toBe(2);
  expect(lines.at(-1)).toBe(
    "Could not be checked: no answer (ECONNREFUSED) to noSubscription.",
  );
  const junit = await readFile(join(folder, "none.xml"), "utf8");
  expect(junit).toContain('errors="1"');
});

test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends it at once: exit 2, one line, no file",
  async (signal, { expect }) => {
    const server = await provider({ latencyMs: 60_000 });
    const empty = await mkdtemp(join(folder, "empty-"));
    const { child, ended } = startCommand([
      ...target(server),
      ...["--report", `json=${empty}/report.json`],
    ]);
    await expect
      .poll(() => server.requests.length, { timeout: 20_000 })
      .toBe(1);
    child.kill(signal);
    const { code, err } = await ended;
    expect(err).toBe("Could not be checked: it was interrupted.\n");
    expect(code).toBe(2);
    expect(await readdir(empty)).toEqual([]);
  },
);

test("a reader that leaves does not turn the verdict", async () => {
  const { child, ended } = startCommand(target(await provider({})));
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect((await ended).code).toBe(1);
});

// The question needs a terminal, and util-linux's `script` is one.
test.for([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
  ["n", "n\n"],
] as const)(
  "%s at the question: exit 2, one line, nothing sent",
  async ([, keys], { expect }) => {
    const args = "verify --base-url https://192.0.2.1 --customer c";
    const command = `${process.execPath} --import ${import.meta.resolve("tsx")} ${CLI} ${args}`;
    const child = spawn("script", ["-qec", command, "/dev/null"], {
      env: { PATH: process.env.PATH, ...ENVIRONMENT },
      stdio: ["pipe", "pipe", "inherit"],
    });
    let out = "";
    child.stdout.on("data", (text: Buffer) => {
      const isAsked = out.includes("[y/N] ");
      out += text.toString();
      if (!isAsked && out.includes("[y/N] ")) child.stdin.write(keys);
    });
    const [code] = (await once(child, "close")) as [number];
    const [, after = ""] = out.split("[y/N] ");
    expect(after).toContain("Could not be checked: nothing was sent.");
    expect(after).not.toMatch(/^ +at |Error/m);
    expect(code).toBe(2);
  },
);

const url = "http://127.0.0.1:1";
test.for([
  [[], "--base-url, --customer are missing."],
  [["--base-url", url, "--customer", " "], "--customer is missing."],
  [
    ["--base-url", "http://api.example", "--customer", "c"],
    "--base-url must be an https URL, or http on loopback",
  ],
  [
    ["--base-url", "https://192.0.2.1", "--customer", "c"],
    "Nobody is there to be asked whether to send them: add --yes.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "toString=x"],
    "--report toString=x must be junit=FILE, json=FILE or markdown=FILE.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/"],
    "--report cannot write /: it is a folder.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/no/such/x"],
    "--report cannot write /no/such/x (ENOENT).",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/proc/x"],
    "--report cannot write /proc/x (ENOENT).",
  ],
  [
    ["--base-url", url, "--customer", "c", "--api-secret", "s"],
    "Unknown option '--api-secret'",
  ],
  [["--har", "/no/such.har"], "--har cannot read /no/such.har (ENOENT)."],
  [["--har", "package.json"], "--har: It is no HAR: it has no log."],
  [["--har", "x.har", "--customer", "c"], "--har sends nothing"],
] as [string[], string][])(
  "%j is refused",
  async ([args, message], { expect }) => {
    await expect(runInProcess(args)).rejects.toThrow(message);
  },
);

test("a usage error: exit 2, all that is missing, and where to read more", async () => {
  const { code, err, out } = await startCommand([], {}).ended;
  expect({ code, out, err }).toEqual({
    code: 2,
    out: "",
    err: "--base-url, --customer, KWIK_API_KEY, KWIK_API_SECRET are missing.\nkwik-portal-link verify --help tells more.\n",
  });
});

test("--help names every option and exit code", async () => {
  const { code, out } = await runInProcess(["--help"]);
  expect(code).toBe(0);
  for (const option of [
    ...["--base-url", "--customer", "--subscription", "--har", "--report"],
    ...["--strict", "--yes", "KWIK_API_KEY", "KWIK_API_SECRET"],
    "Exit code: 0",
  ])
    expect(out).toContain(option);
  for (const line of out.split("\n")) expect(line.length).toBeLessThan(81);
});
