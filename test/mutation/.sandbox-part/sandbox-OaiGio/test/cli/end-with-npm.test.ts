// @ts-nocheck
// A mock ends with the npm that ran it, unless the script put it in the background.
import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { afterEach, expect, test, vi } from "vitest";
import { endWithNpm } from "../../src/cli/end-with-npm.js";
import { useCommand } from "./command.js";

test.for([
  ["kwik-portal-link mock", true],
  ["npm run build && kwik-portal-link mock", true],
  ["kwik-portal-link mock 2>&1", true],
  ["kwik-portal-link mock >& log", true],
  ["kwik-portal-link mock &> log", true],
  ["kwik-portal-link mock &", false],
  ["kwik-portal-link mock & npm test", false],
  ["kwik-portal-link mock&npm test", false],
  [undefined, true],
] as [string | undefined, boolean][])(
  "%j ends with its shell: %j",
  async ([npm_lifecycle_script, ends], { expect }) => {
    vi.useFakeTimers();
    const exit = vi.fn();
    const env = { npm_lifecycle_event: "x", npm_lifecycle_script };
    const shell = { env, ppid: 42, exit } as unknown as NodeJS.Process;
    endWithNpm(shell);
    await vi.advanceTimersByTimeAsync(1000);
    expect(exit).not.toHaveBeenCalled();
    Object.assign(shell, { ppid: 1 });
    await vi.advanceTimersByTimeAsync(200);
    expect(exit).toHaveBeenCalledTimes(ends ? 1 : 0);
    vi.useRealTimers();
  },
);

const { file } = useCommand();

const groups: number[] = [];
afterEach(() => {
  for (const group of groups.splice(0))
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // Nothing of it is left.
    }
});

/** As npm runs a script. */
async function runScript(script: string) {
  const shell = spawn("sh", ["-c", script], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      npm_lifecycle_event: "start",
      npm_lifecycle_script: script,
    },
  });
  // The mock may outlive its shell, but not the group.
  groups.push(shell.pid ?? NaN);
  const ended = once(shell, "exit");
  let printed = "";
  shell.stdout.on("data", (text: Buffer) => (printed += text.toString()));
  while (!/stops it/.test(printed)) await once(shell.stdout, "data");
  const [, url = ""] = /mocked at (http:\S+)\./.exec(printed) ?? [];
  const isUp = () =>
    fetch(`${url}/__mock/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  return { shell, ended, isUp };
}

test("when npm ends the shell, the mock ends as well", async () => {
  const { shell, isUp } = await runScript(
    `"${process.execPath}" "${file}" mock --port 0; true`,
  );
  expect(await isUp()).toBe(true);
  shell.kill();
  await expect.poll(isUp, { timeout: 5000 }).toBe(false);
});

test("when the script put it in the background, it stays", async () => {
  const { ended, isUp } = await runScript(
    `"${process.execPath}" "${file}" mock --port 0 & sleep 1`,
  );
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await isUp()).toBe(true);
});
