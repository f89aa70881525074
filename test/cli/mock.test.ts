// npx kwik-portal-link mock: what it takes, refuses and prints, and how it ends.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { linkRequest } from "../link-request.js";
import { listen } from "../listen.js";

const CLI = join(import.meta.dirname, "../../src/cli/main.ts");

function run(...args: string[]) {
  const node = ["--import", import.meta.resolve("tsx"), CLI, "mock", ...args];
  const child = spawn(process.execPath, node, {
    env: { PATH: process.env.PATH },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (printed.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (printed.err += text.toString()));
  const ended = once(child, "close") as Promise<[number | null, string | null]>;
  return { child, printed, ended };
}

async function start(...args: string[]) {
  const running = run("--port", "0", ...args);
  const { printed } = running;
  const until = async (pattern: RegExp) => {
    while (!pattern.test(printed.out)) await once(running.child.stdout, "data");
    return pattern.exec(printed.out) as RegExpExecArray;
  };
  const [url] = await until(/http:\/\/[\w.]+:\d+/);
  const ask = (apiKey = "k", apiSecret = "s") => {
    const headers = {
      Authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`,
    };
    return fetch(linkRequest(undefined, { baseUrl: url, headers }));
  };
  return { ...running, url, ask, until };
}

test("its first line has its URL, a page; its commands work as they are printed", async () => {
  const { printed, url, ask, until } = await start();
  await until(/Ctrl-C stops it\.\n/);
  expect(printed.out.split("\n")[0]).toBe(
    `The API is mocked at ${url}. Open that in a browser to create a link and see the portal.`,
  );
  expect(await (await fetch(url)).text()).toContain("Kwik customer portal");
  const commands = /browser:\n((?: {2}.*\n)+).*:\n((?: {2}.*\n)+)/;
  const [, create = "", fail = ""] = commands.exec(printed.out) ?? [];
  const bash = (command: string) =>
    promisify(execFile)("bash", ["-c", command]);
  const [link = ""] = /http[^"]+/.exec((await bash(create)).stdout) ?? [];
  expect((await fetch(link)).status).toBe(200);
  await bash(fail);
  expect((await ask()).status).toBe(404);
  await until(/^\d\d:\d\d:\d\d POST \/__mock\/next 204 done \(\d+ ms\)$/m);
  expect(printed.out).toContain("Any key and secret will do.");
  expect(printed.out).not.toContain(link);
  expect(printed).toMatchObject({ err: "" });
});

test("--api-key and --api-secret are the only ones accepted, and printed nowhere; --seed, --portal-url, --host and --next", async () => {
  const given = ["--api-key", "key_made_up", "--api-secret", "secret_made_up"];
  const { printed, ask, until } = await start(
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
    const { child, ended, url, ask, printed } = await start(
      "--quiet",
      "--next",
      "timeout",
    );
    const waits = expect(ask()).rejects.toThrow();
    expect(await fetch(`${url}/__mock/health`)).toHaveProperty("status", 200);
    child.kill(signal);
    await waits;
    expect(await ended).toEqual([code, null]);
    expect(printed).toEqual({ out: `${url}\n`, err: "" });
  },
);

test.for([
  ["--prot 1", "There is no option --prot. Did you mean --port?"],
  ["--port x", "--port must be a whole number from 0 to 65535."],
  ["--latency -1", ""],
  ["--latency=-1", "--latency must be a whole number from 0 to 600000."],
  ["--link-lifetime 0", "--link-lifetime must be a whole number from 1 to"],
  ["--seed 1.5", "--seed must be a whole number from -9007199254740991 to"],
  ["--host=", "--host is empty: name an address of this machine."],
  ["--api-key a:b", "--api-key must not be empty, and has no colon."],
  ["--api-secret=", "--api-secret must not be empty."],
  ["--portal-url mock.example", "--portal-url must be an http or https URL"],
  ["--next nope", "--next must be one of noSubscription, subscription, "],
  ["--api-secret two words", "The mock takes options alone: quote a value"],
])("%s is refused: %s", async ([args = "", message = ""]) => {
  const { printed, ended } = run(...args.split(" "));
  expect(await ended).toEqual([2, null]);
  expect(printed.out).toBe("");
  expect(printed.err).toContain(message);
  expect(printed.err).not.toMatch(/words|\n {4}at /);
});

test("a port in use is a clear error, and the help fits a terminal", async () => {
  await using other = await listen(createServer());
  const { printed, ended } = run("--port", String(other.port));
  expect(await ended).toEqual([1, null]);
  expect(printed.err).toContain(`Port ${other.port} is in use: `);
  expect(printed.err).toContain("--port");
  const help = run("--help");
  await help.ended;
  expect(help.printed.out).toContain("  --portal-url <url> ");
  for (const line of help.printed.out.split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
});
