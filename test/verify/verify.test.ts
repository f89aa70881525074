import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import {
  startMockServer,
  type MockAnswerName,
  type MockServer,
} from "../../src/mock.js";
import { judge } from "../../src/verify/judge.js";
import { startRecorder } from "../../src/verify/recorder.js";
import {
  isAboutLink,
  NEED_SUBSCRIPTION,
  RULES,
  STEPS,
} from "../../src/verify/rules.js";
import { readReport, writeReport } from "../../src/cli/report-files.js";
import { schemaFields } from "../contract/schema-fields.js";

const CLI = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const SECRET = "secret_do_not_show";
const account = { KWIK_API_KEY: "key_abc123", KWIK_API_SECRET: SECRET };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kwik-verify-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const running: MockServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
async function provider(): Promise<MockServer> {
  const server = await startMockServer({
    apiKey: account.KWIK_API_KEY,
    apiSecret: SECRET,
  });
  running.push(server);
  return server;
}

function start(
  args: string[],
  environment: Record<string, string> = account,
  cwd?: string,
) {
  const tsx = import.meta.resolve("tsx");
  const child = spawn(
    process.execPath,
    ["--import", tsx, CLI, "verify", ...args],
    {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      cwd,
    },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = once(child, "close").then(([code]) => {
    expect(out + err).not.toContain(SECRET);
    expect(out + err).not.toMatch(/ses_|\/portal\/\w/);
    return { code: code as number, out, err };
  });
  return { child, ended };
}

const run = (...args: Parameters<typeof start>) => start(...args).ended;

const workflows = await readFile(
  new URL("../../openapi/workflows/portal-link.arazzo.yaml", import.meta.url),
  "utf8",
);
const arazzo = parse(workflows) as {
  workflows: { workflowId: string; steps: unknown[] }[];
};

test("the rules know the workflows, in their order, one request each", () => {
  expect(arazzo.workflows.map(({ workflowId }) => workflowId)).toEqual(
    Object.keys(STEPS),
  );
  for (const { steps } of arazzo.workflows) expect(steps).toHaveLength(1);
  const rules = new Set(RULES.map(({ id }) => id));
  expect(rules.size).toBe(RULES.length);
  for (const rule of Object.values(STEPS)) expect(rules).toContain(rule);
  for (const step of Object.keys(STEPS))
    expect(
      JSON.stringify(
        arazzo.workflows.find(({ workflowId }) => workflowId === step),
      ).includes("$inputs.subscription_id"),
    ).toBe(NEED_SUBSCRIPTION.includes(step));
});

test("every field of the contract has its rule", () => {
  const ids = RULES.map(({ id }) => id);
  const fieldNames = (schema: string) =>
    schemaFields({ $ref: `#/components/schemas/${schema}` })
      .map(({ field }) => field)
      .filter((field) => field && !field.endsWith("[]"));
  for (const field of fieldNames("PortalLinkRequest"))
    expect(ids).toContain(`request.${field}`);
  for (const field of fieldNames("PortalLink"))
    expect(ids).toContain(`result.${field}`);
});

test("a passed verification: what is sent, each answer, each rule, exit 0", async () => {
  const { url } = await provider();
  const files = ["junit=j.xml", "json=j.json", "markdown=j.md"].map((report) =>
    report.replace("=", `=${folder}/`),
  );
  const { code, out, err } = await run([
    ...["--base-url", `${url}/2.0`, "--customer", "cus_mine"],
    ...["--subscription", "sub_mine"],
    ...files.flatMap((file) => ["--report", file]),
  ]);
  expect(err).toBe("");
  expect(code).toBe(0);
  const lines = out.trim().split("\n");
  expect(lines[0]).toBe(
    `Sends 24 requests to ${url}/2.0, one at a time: 4 create real links for cus_mine, 20 must be refused.`,
  );
  expect(lines[1]).toBe(" 1/24 noSubscription: 200");
  expect(lines[24]).toBe("24/24 unknownSetting: 422");
  expect(lines.filter((line) => line.startsWith("passed "))).toHaveLength(
    RULES.length,
  );
  expect(lines.at(-1)).toBe(`Passed: ${RULES.length} rules.`);

  const junit = await readFile(join(folder, "j.xml"), "utf8");
  expect(junit).toContain(
    `tests="${RULES.length}" failures="0" errors="0" skipped="0"`,
  );
  const json = JSON.parse(await readFile(join(folder, "j.json"), "utf8")) as {
    outcome: string;
    verdicts: { id: string }[];
  };
  expect(json.outcome).toBe("passed");
  expect(json.verdicts.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  const markdown = await readFile(join(folder, "j.md"), "utf8");
  expect(markdown.match(/^\| passed \|/gm)).toHaveLength(RULES.length);
  expect((await readdir(folder)).sort()).toEqual(["j.json", "j.md", "j.xml"]);
});

test("a failed verification: exit 1, and the last line names the rule", async () => {
  const { url } = await startAny();
  const { code, out } = await run([
    ...["--base-url", url, "--customer", "cus_mine"],
    ...["--report", `junit=${folder}/broken.xml`],
  ]);
  expect(code).toBe(1);
  expect(out).toContain(
    "Without --subscription, not sent: subscription, advancedSettings.\n",
  );
  expect(out).toContain(
    "failed       auth.checked: 001: Invalid API key provided\n             wrongKey: was accepted\n",
  );
  expect(out.trim().split("\n").at(-1)).toBe(
    "Failed: auth.checked (2 skipped).",
  );
  const junit = await readFile(join(folder, "broken.xml"), "utf8");
  expect(junit).toContain('failures="1" errors="0" skipped="2"');
  expect(junit).toContain('<failure message="wrongKey: was accepted"/>');
  await rm(join(folder, "broken.xml"));
});

/** Any key and secret will do, and so will the wrong ones. */
async function startAny(): Promise<MockServer> {
  const server = await startMockServer();
  running.push(server);
  return server;
}

test("a refused key: exit 2, after one request", async () => {
  const server = await provider();
  const { code, out } = await run(
    ["--base-url", server.url, "--customer", "cus_mine"],
    { ...account, KWIK_API_KEY: "another" },
  );
  expect(code).toBe(2);
  expect(out.trim().split("\n").at(-1)).toBe(
    "Could not be checked: the key was refused (code 001, HTTP 401): set KWIK_API_KEY and KWIK_API_SECRET to a pair of this provider's.",
  );
  expect(server.requests).toHaveLength(1);
});

test.for([
  [
    "an unknown customer",
    ["recordNotFound"],
    "the customer was not found (code 007, HTTP 404)",
  ],
  [
    "an unknown subscription",
    ["noSubscription", "noSubscription", "recordNotFound"],
    "the subscription was not found (code 007, HTTP 404)",
  ],
  [
    "a rate limit",
    ["noSubscription", "rateLimited"],
    "it asked to slow down (HTTP 429) at again",
  ],
  ["a failure at once", ["serverError"], "it failed (HTTP 500)"],
] as [string, MockAnswerName[], string][])(
  "%s: exit 2, and nothing more is sent",
  async ([, names, summary], { expect }) => {
    const server = await provider();
    for (const name of names) server.next(name);
    const { code, out } = await run([
      ...["--base-url", server.url, "--customer", "cus_abc123"],
      ...["--subscription", "sub_abc123"],
    ]);
    expect(code).toBe(2);
    expect(out).toContain(`Could not be checked: ${summary}`);
    expect(server.requests).toHaveLength(names.length);
  },
);

test("a Redocly CLI that sends nothing is no proof: exit 2", async () => {
  const { url } = await provider();
  const project = join(folder, "project");
  const redocly = join(project, "node_modules/@redocly/cli");
  await mkdir(join(redocly, "bin"), { recursive: true });
  await writeFile(join(redocly, "package.json"), '{"name":"@redocly/cli"}');
  await writeFile(
    join(redocly, "bin/cli.js"),
    `require("node:fs").writeFileSync("results.json", '{"files":{}}');`,
  );
  const { code, out } = await run(
    ["--base-url", url, "--customer", "cus_mine"],
    account,
    project,
  );
  expect(code).toBe(2);
  expect(out).toContain(
    "Could not be checked: Redocly CLI sent 0 of 22 requests.",
  );
  await rm(project, { recursive: true });
});

test("interrupted: exit 2, nothing is left behind", async () => {
  const server = await startMockServer({ latencyMs: 200 });
  running.push(server);
  const TMPDIR = join(folder, "tmp");
  await mkdir(TMPDIR);
  const { child, ended } = start(
    ["--base-url", server.url, "--customer", "cus_mine"],
    { ...account, TMPDIR },
  );
  while (server.requests.length < 2)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  const { code, err } = await ended;
  expect(err).toBe("Could not be checked: it was interrupted.\n");
  expect(code).toBe(2);
  expect(
    (await readdir(TMPDIR)).filter((name) => name.startsWith("kwik-")),
  ).toEqual([]);
  await rm(TMPDIR, { recursive: true });
});

test("a reader that leaves does not turn the verdict", async () => {
  const { url } = await startAny();
  const { child, ended } = start([
    ...["--base-url", url, "--customer", "cus_mine"],
  ]);
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect((await ended).code).toBe(1);
});

test("the recorder passes on nothing but what the workflows send", async () => {
  const seen: string[] = [];
  const target = await startMockServer({ log: (line) => seen.push(line) });
  running.push(target);
  const recorder = await startRecorder({
    baseUrl: target.url,
    path: "/customer-portal/link",
    credentials: new Map([["Basic placeholder", `Basic ${btoa("k:s")}`]]),
    most: 1,
    timeoutMs: 1000,
    onRecording: () => undefined,
  });
  const send = (method: string, path: string, authorization: string) =>
    fetch(recorder.url + path, {
      method,
      headers: { authorization },
      body: '{"customer_id":"c"}',
    }).then(({ status }) => status);
  expect(
    await send("DELETE", "/customer-portal/link", "Basic placeholder"),
  ).toBe(403);
  expect(await send("POST", "/customers/1", "Basic placeholder")).toBe(403);
  expect(await send("POST", "/customer-portal/link", "Basic other")).toBe(403);
  expect(await send("POST", "/customer-portal/link", "Basic placeholder")).toBe(
    200,
  );
  expect(await send("POST", "/customer-portal/link", "Basic placeholder")).toBe(
    502,
  );
  expect(seen).toHaveLength(1);
  await recorder.close();
});

test("an unreachable provider: exit 2", async () => {
  const server = await startMockServer();
  await server.close();
  const { code, out } = await run([
    ...["--base-url", server.url, "--customer", "cus_mine"],
    ...["--report", `junit=${folder}/none.xml`],
  ]);
  expect(code).toBe(2);
  expect(out.trim().split("\n").at(-1)).toBe(
    "Could not be checked: no answer (ECONNREFUSED).",
  );
  const junit = await readFile(join(folder, "none.xml"), "utf8");
  expect(junit).toContain('errors="1"');
  await rm(join(folder, "none.xml"));
});

test("a provider that goes away in between: exit 2", async () => {
  const server = await provider();
  for (const name of ["noSubscription", "subscription"] as const)
    server.next(name);
  server.next("connectionLost");
  const { code, out } = await run([
    ...["--base-url", server.url, "--customer", "cus_mine"],
  ]);
  expect(code).toBe(2);
  expect(out).toContain("Could not be checked: no answer (");
  expect(server.requests).toHaveLength(3);
});

const url = "http://127.0.0.1:1";
test.for([
  [["--customer", "c"], account, "--base-url is missing."],
  [["--base-url", url], account, "--customer is missing."],
  [
    ["--base-url", "http://api.example", "--customer", "c"],
    account,
    "--base-url must be an https URL, or http on loopback",
  ],
  [
    ["--base-url", url, "--customer", "c"],
    {},
    "The environment's apiKey is missing: set KWIK_API_KEY.",
  ],
  [
    ["--base-url", "https://192.0.2.1", "--customer", "c"],
    account,
    "Nobody is there to be asked whether to send them: add --yes.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "pdf=x"],
    account,
    "--report pdf=x must be junit=FILE, json=FILE or markdown=FILE.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "toString=x"],
    account,
    "--report toString=x must be junit=FILE, json=FILE or markdown=FILE.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/"],
    account,
    "--report cannot write /: it is a folder.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/no/such/x"],
    account,
    "--report cannot write /no/such/x: there is no folder /no/such.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--api-secret", "s"],
    account,
    "Unknown option '--api-secret'",
  ],
] as [string[], Record<string, string>, string][])(
  "%j is refused: exit 2, nothing sent",
  async ([args, environment, message], { expect }) => {
    const { code, err } = await run(args, environment);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at /m);
  },
);

test("--help names every option and exit code", async () => {
  const { code, out } = await run(["--help"], {});
  expect(code).toBe(0);
  for (const option of [
    "--base-url",
    "--customer",
    "--subscription",
    "--report",
    "--yes",
    "KWIK_API_KEY",
    "KWIK_API_SECRET",
    "Exit code: 0",
  ])
    expect(out).toContain(option);
  for (const line of out.split("\n")) expect(line.length).toBeLessThan(81);
});

test("where Respect alone objects, its criterion counts", () => {
  const exchange = {
    step: "noSubscription",
    request: { customer_id: "c" },
    status: 200,
    body: JSON.stringify({
      status: true,
      result: {
        id: "i",
        session_id: "s",
        customer_id: "c",
        link_url: "https://pay.example/1",
        expires_at: new Date(Date.now() + 60_000).toISOString(),
      },
    }),
    at: Date.now(),
    unmet: [],
  };
  const failedRules = (condition?: string) =>
    judge(
      [{ ...exchange, unmet: condition ? [condition] : [] }],
      "https://api.example",
    )
      .filter(({ verdict }) => verdict === "failed")
      .map(({ id }) => id);
  expect(failedRules()).toEqual([]);
  const conditions = {
    "$response.body#/result/customer_id == $request.body#/customer_id":
      "result.ids",
    "$[?@.result.id && !@.result.subscription_id]": "result.subscription_id",
    "^([Hh][Tt][Tt][Pp][Ss]://|http://localhost)": "result.link_url.usable",
  };
  for (const [condition, rule] of Object.entries(conditions))
    expect(failedRules(condition)).toEqual([rule]);
});

test("a report that cannot be written leaves nothing half-written", async () => {
  const report = await readReport(`json=${folder}/${"x".repeat(300)}`);
  await expect(
    writeReport(report, {
      outcome: "passed",
      summary: "",
      baseUrl: url,
      verdicts: [],
    }),
  ).rejects.toThrow();
  expect(await readdir(folder)).not.toContain("x".repeat(300));
});

test("only the steps about links create any", () => {
  expect(Object.keys(STEPS).filter(isAboutLink)).toEqual([
    "noSubscription",
    "again",
    "subscription",
    "advancedSettings",
  ]);
});
