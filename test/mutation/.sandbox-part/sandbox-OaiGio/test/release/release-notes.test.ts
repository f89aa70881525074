// @ts-nocheck
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { releaseNotes } from "../../scripts/release/release-notes.js";

const changelog = `# Changelog

## 1.2.0 (2026-12-01)

- A field.

## 1.1.0

- Another.
`;

test("the notes are the newest section, without its heading", () => {
  expect(releaseNotes("v1.2.0", "1.2.0", changelog)).toBe("- A field.");
});

test.for([
  ["v1.2.1", "1.2.0", changelog, /tag is v1\.2\.1, .* must be v1\.2\.0/],
  ["1.2.0", "1.2.0", changelog, /must be v1\.2\.0/],
  ["v1.1.0", "1.1.0", changelog, /begins with "## 1\.2\.0 \(2026-12-01\)"/],
  ["v1.2", "1.2", changelog, /must be "## 1\.2"/],
  ["v1.2.0", "1.2.0", "# Changelog\n", /must be "## 1\.2\.0"/],
  ["v1.2.0", "1.2.0", `## Unreleased\n\n- A field.\n`, /"## Unreleased"/],
  ["v1.2.0", "1.2.0", "## 1.2.0\n\n## 1.1.0\n\n- Another.\n", /says nothing/],
] as const)("refuses %s with %s", ([tag, version, text, message]) => {
  expect(() => releaseNotes(tag, version, text)).toThrow(message);
});

test("this package's own changelog has a section that can be released, or one that is not yet", async () => {
  const text = await readFile("CHANGELOG.md", "utf8");
  const { version } = packageJson;
  const next = text.replace(/^## Unreleased.*$/m, `## ${version}`);
  expect(releaseNotes(`v${version}`, version, next)).toMatch(/^- /);
});
