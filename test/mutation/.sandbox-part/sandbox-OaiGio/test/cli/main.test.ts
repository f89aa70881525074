// @ts-nocheck
import { createServer } from "node:net";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createKwikClient } from "../../src/index.js";
import { mockAnswerNames } from "../../src/mock/mocked-operations.js";
import { linkRequest } from "../link-request.js";
import { listen } from "../listen.js";
import { useCommand } from "./command.js";

const { start, run } = useCommand();

const READY = /mocked at (http:\S+)\. Any key and secret will do\.\n/;

test("mock: answers, logs, and its links open", async () => {
  const { printed, until } = start("mock", "--port", "0");
  const [, baseUrl = ""] = await until(READY);
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const kwik = createKwikClient({
    apiKey: "key_abc",
    apiSecret: "secret_abc",
    baseUrl: `${baseUrl}/2.0`,
  });
  const link = await kwik.createPortalLink({ customer_id: "cus_mine" });
  expect(await (await fetch(link.link_url)).text()).toContain("cus_mine");
  await until(/GET \/portal\/… 200/);
  expect(printed.out).toMatch(
    /^\d\d:\d\d:\d\d POST \/customer-portal\/link 200 cus_mine \(\d+ ms\)$/m,
  );
  expect(printed.out).not.toContain("secret_abc");
  expect(printed.out).not.toContain(link.link_url);
  expect(printed.out).not.toContain("other machines");
  expect(printed.err).toBe("");
});

test.for(["SIGINT", "SIGTERM"] as const)(
  "mock: %s ends it at once, a request under way or not",
  async (signal, { expect }) => {
    const { child, ended, until } = start("mock", "--port", "0");
    const [, baseUrl = ""] = await until(READY);
    const headers = { Prefer: "example=timeout" };
    const waits = fetch(
      linkRequest({ customer_id: "c" }, { baseUrl, headers }),
    );
    await until(/timeout/);
    child.kill(signal);
    await expect(waits).rejects.toThrow();
    expect(await ended).toEqual([null, signal]);
  },
);

test("mock: a seed makes two runs the same", async () => {
  const ids = [];
  for (let times = 0; times < 2; times++) {
    const { until } = start("mock", "--port", "0", "--seed", "42");
    const [, baseUrl = ""] = await until(READY);
    const kwik = createKwikClient({ apiKey: "k", apiSecret: "s", baseUrl });
    ids.push((await kwik.createPortalLink({ customer_id: "c" })).id);
  }
  expect(ids[0]).toBe(ids[1]);
});

test("mock: says so when other machines can reach it", async () => {
  const { until } = start("mock", "--port", "0", "--host", "0.0.0.0");
  await until(/It listens on 0\.0\.0\.0: other machines can reach it\.\n/);
});

test("mock: a port in use is a clear error", async () => {
  await using other = await listen(createServer());
  const port = String(other.port);
  expect(await run("mock", "--port", port)).toEqual({
    code: 1,
    out: "",
    err: `Port ${port} is in use: stop what listens there, or choose another one.\n`,
  });
});

test("mock: outlives no reader, and ends without a stack", async () => {
  const { child, printed, ended, until } = start("mock", "--port", "0");
  const [, baseUrl = ""] = await until(READY);
  child.stdout?.destroy();
  await fetch(baseUrl);
  await ended;
  expect(printed.err).toBe("");
});

test.for([
  [["mock", "--port", "x"], "--port must be a whole number from 0 to 65535.\n"],
  [["mock", "--port", "70000"], "--port must be a whole number from 0 to"],
  [["mock", "--seed", "1.5"], "--seed must be a whole number from -9007"],
  [["mock", "--latency=-5"], "--latency must be a whole number from 0 to"],
  [["mock", "--host", ""], "--host is empty"],
  [["mock", "--prot", "1"], "Unknown option '--prot'"],
  [["mock", "4010"], "Unexpected argument '4010'"],
  [["mokc"], 'There is no command "mokc"; there are mock and verify.'],
  [[], "Which command?"],
] as [string[], string][])(
  "%j is refused, with a way out and no stack",
  async ([args, message], { expect }) => {
    const { code, out, err } = await run(...args);
    expect(err).toContain(message);
    expect(err).toMatch(
      /\nkwik-portal-link( mock| verify)? --help tells more\.\n$/,
    );
    expect(err).not.toMatch(/^ +at /m);
    expect(out).toBe("");
    expect(code).toBe(2);
  },
);

test("--help names every command, option and answer", async () => {
  const { out, code } = await run("--help");
  expect(code).toBe(0);
  expect(out).toContain("mock  ");
  const mock = await run("mock", "--help");
  expect(mock.code).toBe(0);
  for (const option of ["--port", "--host", "--seed", "--latency", "--help"])
    expect(mock.out).toContain(option);
  for (const name of mockAnswerNames) expect(mock.out).toContain(`  ${name}\n`);
  // It fits a terminal.
  for (const line of (out + mock.out).split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
});

test("--version is the package's", async () => {
  expect((await run("--version")).out).toBe(`${packageJson.version}\n`);
});
