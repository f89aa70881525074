import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { releaseNotes } from "../../scripts/release/release-notes.js";

const changelog = `# Changelog

## 1.2.0 (2026-12-01)

- A field.

## 1.1.0 (2026-11-01)

- Another.
`;
const dated = (date: string) => changelog.replace("2026-12-01", date);
const above = changelog.replace(
  "## 1.2.0",
  "## Unreleased\n\n- B.\n\n## 1.2.0",
);
const below = changelog.replace(
  "## 1.1.0",
  "## Unreleased\n\n- B.\n\n## 1.1.0",
);
const empty = changelog.replace("- A field.\n", "");

test("the notes are the newest section, without its heading", () => {
  expect(releaseNotes("v1.2.0", "1.2.0", changelog)).toBe("- A field.");
  const windows = changelog.replaceAll("\n", "\r\n");
  expect(releaseNotes("v1.2.0", "1.2.0", windows)).toBe("- A field.");
});

test.for([
  ["another tag", "v1.2.1", "1.2.0", changelog, /v1\.2\.1, .* be v1\.2\.0/],
  ["a tag without v", "1.2.0", "1.2.0", changelog, /must be v1\.2\.0/],
  ["a tag with more", "v1.2.0-rc.1", "1.2.0", changelog, /must be v1\.2\.0/],
  ["no tag", "", "1.2.0", changelog, /The tag is , .* must be v1\.2\.0/],
  ["a pre-release", "v1.2.0-rc.1", "1.2.0-rc.1", changelog, /no pre-release/],
  ["two numbers", "v1.2", "1.2", changelog, /only X\.Y\.Z/],
  ["a leading zero", "v1.02.0", "1.02.0", changelog, /only X\.Y\.Z/],
  ["an older section", "v1.1.0", "1.1.0", changelog, /begins with "## 1\.2\.0/],
  ["a section without a date", "v1.2.0", "1.2.0", dated(""), /\(YYYY-MM-DD\)/],
  ["another form of date", "v1.2.0", "1.2.0", dated("1.12.26"), /YYYY-MM-DD/],
  ["a date that is none", "v1.2.0", "1.2.0", dated("2026-02-30"), /YYYY-MM-DD/],
  ["a month that is none", "v1.2.0", "1.2.0", dated("2026-13-01"), /YYYY/],
  ["an empty changelog", "v1.2.0", "1.2.0", "# Changelog\n", /must be "## 1/],
  ["Unreleased on top", "v1.2.0", "1.2.0", above, /"## Unreleased"/],
  ["Unreleased below", "v1.2.0", "1.2.0", below, /section below 1\.2\.0/],
  ["an empty section", "v1.2.0", "1.2.0", empty, /says nothing about 1\.2\.0/],
] as const)("refuses %s", ([, tag, version, text, message]) => {
  expect(() => releaseNotes(tag, version, text)).toThrow(message);
});

test("this package's own changelog has a section that can be released, or one that is not yet", async () => {
  const text = await readFile("CHANGELOG.md", "utf8");
  const { version } = packageJson;
  const next = text.replace(/^## Unreleased.*$/m, `## ${version} (2026-12-01)`);
  expect(releaseNotes(`v${version}`, version, next)).toMatch(/^- /);
});

test("the command fails on a tag that nothing agrees with", async () => {
  const args = ["--import", "tsx", "scripts/release-notes.ts", "v0.0.0"];
  await expect(
    promisify(execFile)(process.execPath, args),
  ).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("The tag is v0.0.0") as string,
  });
});
