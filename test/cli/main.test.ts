import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { mockAnswerNames } from "../../src/mock/mocked-operations.js";
import { useCommand } from "./command.js";

const { run } = useCommand();

test.for([
  [["mock", "--port", "x"], "--port must be a whole number from 0 to 65535.\n"],
  [["mock", "--port", "70000"], "--port must be a whole number from 0 to"],
  [["mock", "--port"], "Option '--port <value>' argument missing"],
  [["mock", "--seed", "1.5"], "--seed must be a whole number from -9007"],
  [["mock", "--latency=-5"], "--latency must be a whole number from 0 to"],
  [["mock", "--link-lifetime", "0"], "--link-lifetime must be a whole number"],
  [["mock", "--next", "nope"], "--next must be one of noSubscription, "],
  [["mock", "--api-key", "a:b"], "--api-key must not be empty, and has no"],
  [["mock", "--api-key", ""], "--api-key must not be empty, and has no colon."],
  [["mock", "--api-secret", ""], "--api-secret must not be empty."],
  [["mock", "--host", ""], "--host is empty"],
  [["mock", "--prot", "1"], "Unknown option '--prot'"],
  [["mock", "4010"], "Unexpected argument '4010'"],
  [["verify"], "--base-url, --customer, "],
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

test("--help names every command, option and answer, and fits a terminal", async () => {
  const { out, code } = await run("--help");
  expect(code).toBe(0);
  expect(out).toContain("mock  ");
  const mock = await run("mock", "--help");
  expect(mock.code).toBe(0);
  const options = [...mock.out.matchAll(/^ {2}(?:-h, )?--([a-z-]+)/gm)];
  expect(options.map(([, name]) => name).join(" ")).toBe(
    "port host api-key api-secret link-lifetime latency seed next quiet help",
  );
  for (const name of mockAnswerNames) expect(mock.out).toContain(`  ${name}\n`);
  for (const line of (out + mock.out).split("\n"))
    expect(line.length).toBeLessThanOrEqual(80);
});

test("--version is the package's", async () => {
  expect((await run("--version")).out).toBe(`${packageJson.version}\n`);
});
