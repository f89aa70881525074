import { afterEach, expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { endWithNpm } from "../../src/cli/command-line.js";
import { mockCommand } from "../../src/cli/mock.js";
import { verifyCommand } from "../../src/cli/verify.js";
import { tablesFor } from "../tables.js";
import { ENV, start } from "./start.js";

afterEach(() => void vi.unstubAllEnvs());

test.for([
  ["", "Which command? There are mock and verify.", ""],
  ["mokc", 'There is no command "mokc"; there are mock and verify.', ""],
  ["verify --yse", "There is no option --yse. Did you mean --yes?", "verify "],
] as const)(
  "%j is refused with a way out and no stack, exit 2: %s",
  async ([line, message, command], { expect }) => {
    const stderr = `${message}\nkwik-portal-link ${command}--help tells more.\n`;
    const { ended, printed } = start(...line.split(" ").filter(Boolean));
    expect(await ended).toEqual([2, null]);
    expect(printed).toEqual({ out: "", err: stderr });
  },
);

const MOCK_FLAGS =
  "port host portal-url api-key api-secret link-lifetime latency seed next quiet help";
const VERIFY_FLAGS =
  "base-url customer subscription header allow allow-http report strict verbose yes help";

const HERE = ["--base-url", "http://127.0.0.1:1", "--customer", "c"];
const COMMANDS: Record<string, (args: string[]) => Promise<unknown>> = {
  mock: (args) => mockCommand(args, expect.unreachable),
  verify: (args) =>
    verifyCommand(args, {
      ...{ print: () => {}, replace: undefined, confirm: undefined },
      isColoured: false,
      ...{ signal: new AbortController().signal, version: "1.2.3" },
    }),
};
type Row = [command: string | string[], message: string];
test.for(tablesFor<Row[]>(import.meta))("%j: %s", async ([line, message]) => {
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value);
  const words = typeof line === "string" ? line.split(" ") : line;
  const [command = "", ...args] = words;
  const all = args.flatMap((word) => (word === "HERE" ? HERE : word));
  const error = await COMMANDS[command]?.(all).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ name: "UsageError" });
  expect(String(error)).toContain(message);
  expect(String(error)).not.toContain("hid");
});

test.for([
  ["", "help version"],
  ["mock", MOCK_FLAGS],
  ["verify", VERIFY_FLAGS],
])("%s --help names %s, and fits a terminal", async ([command, names]) => {
  const { ended, printed } = start(...`${command} --help`.trim().split(" "));
  await ended;
  const options = [...printed.out.matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)];
  expect(options.map(([, name]) => name).join(" ")).toBe(names);
  if (!command) expect(printed.out).toMatch(/^ {2}mock .*\n {2}verify /m);
  for (const line of printed.out.split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
});

test("--version is the package's", async () => {
  const { ended, printed } = start("--version");
  expect(await ended).toEqual([0, null]);
  expect(printed.out).toBe(`${packageJson.version}\n`);
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
