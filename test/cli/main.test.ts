import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { endWithNpm } from "../../src/cli/end-with-npm.js";

const CLI = join(import.meta.dirname, "../../src/cli/main.ts");

async function run(...args: string[]) {
  const node = ["--import", import.meta.resolve("tsx"), CLI, ...args];
  const env = { PATH: process.env.PATH };
  const run = promisify(execFile)(process.execPath, node, { env });
  return run.catch((error: unknown) => error as Awaited<typeof run>);
}

const NAMES = "There are mock and verify.";
test.for([
  [[], `Which command? ${NAMES}`, ""],
  [["mokc"], 'There is no command "mokc"; there are mock and verify.', ""],
  [
    ["verify", "--yse"],
    "There is no option --yse. Did you mean --yes?",
    "verify ",
  ],
] as const)(
  "%j is refused, with a way out and no stack: exit 2",
  async ([args, message, command], { expect }) => {
    const stderr = `${message}\nkwik-portal-link ${command}--help tells more.\n`;
    expect(await run(...args)).toMatchObject({ code: 2, stdout: "", stderr });
  },
);

test("--help names the commands and all options of verify, and fits a terminal", async () => {
  const { stdout: main } = await run("--help");
  expect(main).toContain("  verify  ");
  const { stdout: help } = await run("verify", "--help");
  const options = [...help.matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)];
  expect(options.map(([, name]) => name).join(" ")).toBe(
    "base-url customer subscription header allow allow-http report strict verbose yes help",
  );
  for (const line of `${main}${help}`.split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
  expect((await run("--version")).stdout).toBe(`${packageJson.version}\n`);
});

test.for([
  ["kwik-portal-link mock 2>&1", 1],
  ["kwik-portal-link mock &> log", 1],
  ["kwik-portal-link mock & npm test", 0],
  ["kwik-portal-link mock&npm test", 0],
] as const)("%j ends with its npm: %d", async ([script, ends], { expect }) => {
  vi.useFakeTimers();
  const exit = vi.fn();
  const env = { npm_lifecycle_event: "x", npm_lifecycle_script: script };
  const shell = { env, ppid: 42, exit } as unknown as NodeJS.Process;
  endWithNpm(shell);
  await vi.advanceTimersByTimeAsync(1000);
  expect(exit).not.toHaveBeenCalled();
  Object.assign(shell, { ppid: 1 });
  await vi.advanceTimersByTimeAsync(200);
  expect(exit).toHaveBeenCalledTimes(ends);
  vi.useRealTimers();
});
