import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { createMockHandler, startMockServer } from "../../src/mock.js";
import { guides, samples } from "./guide-samples.js";

const text = guides.map(([, guide]) => guide).join("\n");

/** Whoever gives an unknown option is told all that there are. */
async function optionsOf(call: (unknown: object) => unknown) {
  const refusal = await Promise.resolve({ none: 1 }).then(call).catch(String);
  const [, names = ""] = /there are (.*)\./i.exec(String(refusal)) ?? [];
  return names.split(", ").sort();
}

test.for([createKwikClient, createMockHandler])(
  "the table of %o has each option, and no other",
  async (create) => {
    const table = `^\\| \`${create.name}\\(.*\n.*\n((?:\\|.*\n)+)`;
    const [, rows = ""] = new RegExp(table, "m").exec(text) ?? [];
    const cells = rows.replace(/^(\|[^|]+).*$/gm, "$1");
    const names = cells.match(/\w+/g) ?? [];
    expect(names.sort()).toEqual(await optionsOf(create));
  },
);

test("each option of startMockServer is named", async () => {
  for (const name of await optionsOf(startMockServer))
    expect(text).toContain(`\`${name}\``);
});

test.for(["mock", "verify"])("each flag of %s is one", async (command) => {
  const args = ["--import", "tsx", "src/cli/main.ts", command, "--none"];
  const cli = () => spawnSync(process.execPath, args).stderr.toString();
  const calls = new RegExp(`portal-link ${command}(\\\\\n|[^\n\`])*`, "g");
  const given = String(text.match(calls)).match(/--[a-z-]+/g) ?? [];
  expect(await optionsOf(cli)).toEqual(expect.arrayContaining(given));
});

test("each npm script that a sample runs is there", () => {
  for (const { code } of samples.filter(({ language }) => language === "sh")) {
    const [, folder = "."] = /^cd (examples\S+)/m.exec(code) ?? [];
    const manifest = readFileSync(`${folder}/package.json`, "utf8");
    for (const [, name] of code.matchAll(/\bnpm (?:run |(?=start|test))(\w+)/g))
      expect(manifest).toContain(`"${name}": "`);
  }
});

test("no command asks a registry for a name that is nobody's yet", () => {
  expect(text).not.toMatch(/npm (i|install|add)[^\n`]* kwik-portal-link\b/);
});
