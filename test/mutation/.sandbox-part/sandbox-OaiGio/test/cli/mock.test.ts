// @ts-nocheck
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { linkRequest } from "../link-request.js";
import { useCommand } from "./command.js";

const { start, run } = useCommand();

const URL_PRINTED = /mocked at (http:\/\/127\.0\.0\.1:\d+)\. /;
const READY = /Ctrl-C stops it\.\n/;

async function startMock(...args: string[]) {
  const started = start("mock", "--port", "0", ...args);
  const [, url = ""] = await started.until(URL_PRINTED);
  await started.until(READY);
  const ask = (headers = {}) =>
    fetch(linkRequest({ customer_id: "c" }, { baseUrl: url, headers }));
  return { ...started, url, ask };
}

test("its first lines are what to do next: they work as they are printed", async () => {
  const { printed, url, ask, until } = await startMock();
  const bash = async (command: string) => {
    const { stdout } = await promisify(execFile)("bash", ["-c", command]);
    return stdout;
  };
  const [, create = "", fail = ""] =
    /browser:\n((?: {2}.*\n)+).*:\n((?: {2}.*\n)+)/.exec(printed.out) ?? [];
  const created = JSON.parse(await bash(create)) as {
    status: boolean;
    result: { link_url: string };
  };
  expect(created.status).toBe(true);
  const page = await fetch(created.result.link_url);
  expect(page.status).toBe(200);
  await bash(fail);
  expect((await ask()).status).toBe(404);
  await until(/POST \/__mock\/next 204 done/);
  expect(printed.out).not.toContain(created.result.link_url);
  expect(url).not.toContain("4011");
});

test("--api-key and --api-secret are the only ones accepted, and are printed nowhere", async () => {
  const { printed, url, ask, until } = await startMock(
    "--api-key",
    "key_made_up",
    "--api-secret",
    "secret_made_up",
  );
  expect((await ask()).status).toBe(401);
  const kwik = createKwikClient({
    apiKey: "key_made_up",
    apiSecret: "secret_made_up",
    baseUrl: url,
  });
  await expect(
    kwik.createPortalLink({ customer_id: "c" }),
  ).resolves.toHaveProperty("id");
  await until(/ 200 c /);
  expect(printed.out).toContain("It takes the key and secret given.");
  expect(printed.out).not.toContain("_made_up");
});

test("--link-lifetime is in seconds", async () => {
  const { ask } = await startMock("--link-lifetime", "3");
  const before = Date.now();
  const { result } = (await (await ask()).json()) as {
    result: { expires_at: string };
  };
  const lifetime = Date.parse(result.expires_at) - before;
  expect(lifetime).toBeGreaterThan(2900);
  expect(lifetime).toBeLessThan(10_000);
});

test("--next answers the first call", async () => {
  const { ask } = await startMock("--next", "recordNotFound");
  expect((await ask()).status).toBe(404);
  expect((await ask()).status).toBe(200);
});

test("--quiet logs no requests", async () => {
  const { printed, ask } = await startMock("--quiet");
  const { out } = printed;
  await ask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(printed.out).toBe(out);
});

test.for([
  [["--next", "nope"], "--next must be one of noSubscription, "],
  [["--link-lifetime", "0"], "--link-lifetime must be a whole number from 1"],
  [["--api-key", "a:b"], "--api-key must not be empty, and has no colon."],
  [["--api-key", ""], "--api-key must not be empty, and has no colon."],
  [["--api-secret", ""], "--api-secret must not be empty."],
] as [string[], string][])(
  "%j is refused",
  async ([args, message], { expect }) => {
    const { code, out, err } = await run("mock", ...args);
    expect(err).toContain(message);
    expect(out).toBe("");
    expect(code).toBe(2);
  },
);

test("--help names every option, and fits a terminal", async () => {
  const { out } = await run("mock", "--help");
  const options = [...out.matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)];
  expect(options.map(([, name]) => name)).toEqual([
    "port",
    "host",
    "api-key",
    "api-secret",
    "link-lifetime",
    "latency",
    "seed",
    "next",
    "quiet",
    "help",
  ]);
  for (const line of out.split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
});
