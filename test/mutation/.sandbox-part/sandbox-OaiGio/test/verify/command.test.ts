// @ts-nocheck
// npx kwik-portal-link verify: what it says, and its exit codes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startMockServer, type MockAnswerName } from "../../src/mock.js";
import {
  ENVIRONMENT,
  provider,
  runInProcess,
  SECRET,
  startCommand,
  target,
  temporaryFolder,
} from "./run-command.js";

beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT))
    vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

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
  const folder = await temporaryFolder();
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
