// npx kwik-portal-link verify: what it refuses, before anything is sent.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ENVIRONMENT, runInProcess, startCommand } from "./run-command.js";

beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT))
    vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const url = "http://127.0.0.1:1";
test.for([
  [[], "--base-url, --customer are missing."],
  [["--base-url", url, "--customer", " "], "--customer is missing."],
  [
    ["--base-url", "http://api.example", "--customer", "c"],
    "--base-url must be an https URL, or http on loopback",
  ],
  [
    ["--base-url", "https://192.0.2.1", "--customer", "c"],
    "Nobody is there to be asked whether to send them: add --yes.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "toString=x"],
    "--report toString=x must be junit=FILE, json=FILE or markdown=FILE.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/"],
    "--report cannot write /: it is a folder.",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/no/such/x"],
    "--report cannot write /no/such/x (ENOENT).",
  ],
  [
    ["--base-url", url, "--customer", "c", "--report", "json=/proc/x"],
    "--report cannot write /proc/x (ENOENT).",
  ],
  [
    ["--base-url", url, "--customer", "c", "--api-secret", "s"],
    "Unknown option '--api-secret'",
  ],
  [["--har", "/no/such.har"], "--har cannot read /no/such.har (ENOENT)."],
  [["--har", "package.json"], "--har: It is no HAR: it has no log."],
  [["--har", "x.har", "--customer", "c"], "--har sends nothing"],
] as [string[], string][])(
  "%j is refused",
  async ([args, message], { expect }) => {
    await expect(runInProcess(args)).rejects.toThrow(message);
  },
);

test("a usage error: exit 2, all that is missing, and where to read more", async () => {
  const { code, err, out } = await startCommand([], {}).ended;
  expect({ code, out, err }).toEqual({
    code: 2,
    out: "",
    err: "--base-url, --customer, KWIK_API_KEY in the environment, KWIK_API_SECRET in the environment are missing.\nkwik-portal-link verify --help tells more.\n",
  });
});

test("--help names every option and exit code", async () => {
  const { code, out } = await runInProcess(["--help"]);
  expect(code).toBe(0);
  for (const option of [
    ...["--base-url", "--customer", "--subscription", "--har", "--report"],
    ...["--strict", "--yes", "KWIK_API_KEY", "KWIK_API_SECRET"],
    "Exit code: 0",
  ])
    expect(out).toContain(option);
  for (const line of out.split("\n")) expect(line.length).toBeLessThan(81);
});
