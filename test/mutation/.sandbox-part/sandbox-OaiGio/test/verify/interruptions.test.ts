// @ts-nocheck
// npx kwik-portal-link verify: what ends it, and what a terminal sees.
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import {
  provider,
  runInTerminal,
  startCommand,
  target,
  temporaryFolder,
} from "./run-command.js";

test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends it at once: exit 2, one line, no file",
  async (signal, { expect }) => {
    const server = await provider({ latencyMs: 60_000 });
    const empty = await temporaryFolder();
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

test.for([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
  ["n", "n\n"],
] as const)(
  "%s at the question: exit 2, one line, nothing sent",
  async ([, keys], { expect }) => {
    const args = ["--base-url", "https://192.0.2.1", "--customer", "c"];
    const { code, out } = await runInTerminal(args, { keys });
    const [, after = ""] = out.split("[y/N] ");
    expect(after).toContain("Could not be checked: nothing was sent.");
    expect(after).not.toMatch(/^ +at |Error/m);
    expect(code).toBe(2);
  },
);

test("a terminal sees colour and one line of progress; without colour under NO_COLOR", async () => {
  const server = await provider();
  const coloured = await runInTerminal(target(server));
  expect(coloured.code).toBe(0);
  expect(coloured.out).toContain("\u001b[32m✓ ");
  expect(coloured.out).toMatch(/\[2K 1\/\d+ noSubscription: 200\r/);
  const plain = await runInTerminal(target(server), { NO_COLOR: "1" });
  expect(plain.out).not.toContain("\u001b[32m");
  expect(plain.out).toContain("✓ ");
});
