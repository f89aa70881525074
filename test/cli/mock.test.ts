// npx kwik-portal-link mock: what it takes, refuses and prints, and how it ends.
import { exec } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { linkRequest, listen } from "../http.js";
import { start } from "./start.js";

async function startMock(...args: string[]) {
  const running = start("mock", "--port", "0", ...args);
  const { printed } = running;
  const until = async (pattern: RegExp) => {
    while (!pattern.test(printed.out)) await once(running.child.stdout, "data");
    return pattern.exec(printed.out) as RegExpExecArray;
  };
  const [url] = await until(/http:\/\/[\w.]+:\d+/);
  const ask = (apiKey = "k", apiSecret = "s") => {
    const Authorization = `Basic ${btoa(`${apiKey}:${apiSecret}`)}`;
    const headers = { Authorization };
    return fetch(linkRequest(undefined, { baseUrl: url, headers }));
  };
  return { ...running, url, ask, until };
}

test("its first line has its URL, a page; its commands work as they are printed", async () => {
  const { printed, url, ask, until } = await startMock();
  await until(/Ctrl-C stops it\.\n/);
  expect(printed.out.split("\n")[0]).toBe(
    `The API is mocked at ${url}. Open that in a browser to create a link and see the portal.`,
  );
  expect(await (await fetch(url)).text()).toContain("Kwik customer portal");
  const commands = /browser:\n((?: {2}.*\n)+).*:\n((?: {2}.*\n)+)/;
  const [, create = "", fail = ""] = commands.exec(printed.out) ?? [];
  const sh = promisify(exec);
  const [link = ""] = /http[^"]+/.exec((await sh(create)).stdout) ?? [];
  expect((await fetch(link)).status).toBe(200);
  await sh(fail);
  expect((await ask()).status).toBe(404);
  await until(/^\d\d:\d\d:\d\d POST \/__mock\/next 204 done \(\d+ ms\)$/m);
  expect(printed.out).toContain("Any key and secret will do.");
  expect(printed.out).not.toContain(link);
  expect(printed).toMatchObject({ err: "" });
});

test("--api-key and --api-secret are the only ones accepted, and printed nowhere; --seed, --portal-url, --host and --next", async () => {
  const given = ["--api-key", "key_made_up", "--api-secret", "secret_made_up"];
  const { printed, ask, until } = await startMock(
    ...[...given, "--seed=-7", "--host", "0.0.0.0", "--next", "serverError"],
    ...["--portal-url", "https://mock.example/portal/", "--link-lifetime", "3"],
  );
  await until(/It listens on 0\.0\.0\.0: other machines can reach it\.\n/);
  expect((await ask()).status).toBe(500);
  expect((await ask()).status).toBe(401);
  const response = await ask("key_made_up", "secret_made_up");
  const { result } = (await response.json()) as {
    result: Record<string, string>;
  };
  expect(result.link_url).toMatch(
    /^https:\/\/mock\.example\/portal\/[\w-]{27}$/,
  );
  const lifetime = Date.parse(result.expires_at ?? "") - Date.now();
  expect(lifetime).toBeLessThan(4000);
  await until(/POST \/customer-portal\/link 200 c /);
  expect(printed.out).toContain("--api-key and --api-secret name alone");
  expect(printed.out).not.toContain("_made_up");
});

test.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s ends it at once, with %i; --quiet prints the URL alone",
  async ([signal, code], { expect }) => {
    const flags = ["--quiet", "--next", "timeout"];
    const { child, ended, url, ask, printed } = await startMock(...flags);
    const waits = expect(ask()).rejects.toThrow();
    expect(await fetch(`${url}/__mock/health`)).toHaveProperty("status", 200);
    child.kill(signal);
    await waits;
    expect(await ended).toEqual([code, null]);
    expect(printed).toEqual({ out: `${url}\n`, err: "" });
  },
);

test("a port in use is a clear error", async () => {
  await using other = await listen(createServer());
  const { printed, ended } = start("mock", "--port", String(other.port));
  expect(await ended).toEqual([1, null]);
  expect(printed.err).toContain(`Port ${other.port} is in use: `);
  expect(printed.err).toContain("--port");
});
