import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { linkRequest } from "../link-request.js";
import { listen } from "../listen.js";
import { useCommand } from "./command.js";

const { start, run } = useCommand();

async function startMock(...args: string[]) {
  const started = start("mock", "--port", "0", ...args);
  const [, url = ""] = await started.until(
    /mocked at (http:\/\/127\.0\.0\.1:\d+)\. /,
  );
  await started.until(/Ctrl-C stops it\.\n/);
  const ask = (headers = {}) =>
    fetch(linkRequest(undefined, { baseUrl: url, headers }));
  const createLink = (apiKey = "k", apiSecret = "s") =>
    createKwikClient({
      apiKey,
      apiSecret,
      baseUrl: `${url}/2.0`,
    }).createPortalLink({ customer_id: "cus_mine" });
  return { ...started, url, ask, createLink };
}

test("its first lines are what to do next: they work as they are printed", async () => {
  const { printed, ask, until } = await startMock();
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
  expect(printed.out).toContain("Any key and secret will do.");
  expect(printed.out).not.toContain(created.result.link_url);
  expect(printed.out).not.toContain("other machines");
  expect(printed.err).toBe("");
});

test("--api-key and --api-secret are the only ones accepted, and are printed nowhere", async () => {
  const { printed, ask, createLink, until } = await startMock(
    ...["--api-key", "key_made_up", "--api-secret", "secret_made_up"],
  );
  expect((await ask()).status).toBe(401);
  await createLink("key_made_up", "secret_made_up");
  await until(
    /^\d\d:\d\d:\d\d POST \/customer-portal\/link 200 cus_mine \(\d+ ms\)$/m,
  );
  expect(printed.out).toContain(
    "It takes what --api-key and --api-secret name alone.",
  );
  expect(printed.out).not.toContain("_made_up");
});

test("--link-lifetime is in seconds, and --seed makes two runs the same", async () => {
  const links = [];
  for (let times = 0; times < 2; times++) {
    const { createLink } = await startMock(
      ...["--seed", "42", "--link-lifetime", "3"],
    );
    const before = Date.now();
    const link = await createLink();
    links.push(link.id);
    const lifetime = Date.parse(link.expires_at) - before;
    expect(lifetime).toBeGreaterThan(2900);
    expect(lifetime).toBeLessThan(10_000);
  }
  expect(links[0]).toBe(links[1]);
});

test("--next answers the first call, and --quiet logs none", async () => {
  const { printed, ask } = await startMock(
    ...["--next", "recordNotFound", "--quiet"],
  );
  const { out } = printed;
  expect((await ask()).status).toBe(404);
  expect((await ask()).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(printed.out).toBe(out);
});

test.for(["SIGINT", "SIGTERM"] as const)(
  "%s ends it at once, a request under way or not",
  async (signal, { expect }) => {
    const { child, ended, until, ask } = await startMock();
    const waits = ask({ Prefer: "example=timeout" });
    await until(/timeout/);
    child.kill(signal);
    await expect(waits).rejects.toThrow();
    expect(await ended).toEqual([null, signal]);
  },
);

test("says so when other machines can reach it", async () => {
  const { until } = await startMock("--host", "0.0.0.0");
  await until(/It listens on 0\.0\.0\.0: other machines can reach it\.\n/);
});

test("a port in use is a clear error", async () => {
  await using other = await listen(createServer());
  const port = String(other.port);
  expect(await run("mock", "--port", port)).toEqual({
    code: 1,
    out: "",
    err: `Port ${port} is in use: stop what listens there, or choose another one.\n`,
  });
});

test("outlives no reader, and ends without a stack", async () => {
  const { child, printed, ended, url } = await startMock();
  child.stdout?.destroy();
  await fetch(url);
  await ended;
  expect(printed.err).toBe("");
});
