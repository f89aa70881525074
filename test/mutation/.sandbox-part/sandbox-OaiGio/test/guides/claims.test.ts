// @ts-nocheck
// What the README, CONTRIBUTING.md and the guides claim: links, commands, tables.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { serverUrl } from "../../src/contract/generated.js";
import * as entry from "../../src/index.js";
import { contract } from "../contract/document.js";
import { brokenLinks } from "./broken-links.js";
import { readGuides, samplesIn } from "./read-guides.js";

const guides = await readGuides();
const readme = guides["README.md"] ?? "";

test("the README has 150 lines at most, and a complete sample by line 15", () => {
  expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  const first = readme.slice(0, readme.indexOf("\n```\n") + 4).split("\n");
  expect(first.length).toBeLessThanOrEqual(15);
  expect(samplesIn(readme, "ts")[0]).toContain("createPortalLink");
});

test.for([
  ...Object.keys(guides),
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
])("every link in %s leads somewhere", async (paper, { expect }) => {
  expect(await brokenLinks(paper)).toEqual([]);
});

test("CONTRIBUTING.md lists every npm script", async () => {
  const contributing = await readFile(
    new URL("../../CONTRIBUTING.md", import.meta.url),
    "utf8",
  );
  const listed = [
    ...contributing.matchAll(/^\| `npm (?:run )?([a-z:-]+)`/gm),
  ].map(([, script]) => script);
  const { prepare, ...scripts } = packageJson.scripts;
  expect(listed.sort()).toEqual(Object.keys(scripts).sort());
  expect(prepare).toBe("npm run build");
});

test("every npm command that a guide names is a script", () => {
  const named = Object.values(guides).flatMap((guide) =>
    [...guide.matchAll(/npm (?:run ([a-z:]+)|(start|test)\b)/g)].map(
      ([, script = "", short]) => short ?? script,
    ),
  );
  expect(Object.keys(packageJson.scripts)).toEqual(
    expect.arrayContaining(named),
  );
});

/** The rows of a table of the README, by its first heading. */
function firstColumn(heading: string): string[] {
  const [, rows = ""] =
    new RegExp(`^\\| ${heading} +\\|.*\n\\|.*\n((?:\\|.*\n)+)`, "m").exec(
      readme,
    ) ?? [];
  return rows
    .trim()
    .split("\n")
    .map((row) => (row.split("|")[1] ?? "").trim());
}

test("the README has a line for each field of the request", () => {
  const { PortalLinkRequest, PortalSettings } = contract.components.schemas;
  const fields = Object.keys(PortalLinkRequest?.properties ?? {});
  const settings = Object.keys(PortalSettings?.properties ?? {});
  expect(firstColumn("field")).toEqual([
    ...fields
      .filter((field) => field !== "settings")
      .map((field) => `\`${field}\``),
    ...settings.map((field) => `\`settings.${field}\``),
  ]);
});

test("the README's failures are the classes that the package exports", () => {
  const named =
    firstColumn("thrown")
      .join()
      .match(/Kwik\w+/g) ?? [];
  const exported = Object.keys(entry).filter((name) => name.endsWith("Error"));
  expect([...new Set([...named, "KwikError"])].sort()).toEqual(exported.sort());
});

test("the documented base URL is the contract's", () => {
  expect(/\| `baseUrl` +\| (.*?) +\|/.exec(readme)?.[1]).toBe(
    `the contract's server, \`${serverUrl}\``,
  );
});
