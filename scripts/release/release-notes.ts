/**
 * The section of CHANGELOG.md that belongs to a tag.
 *
 * @throws {Error} the tag, package.json's version and CHANGELOG.md do not agree, or are not those of a release.
 */
export function releaseNotes(
  tag: string,
  version: string,
  changelog: string,
): string {
  // npm would give a pre-release to everybody who asks for the newest version.
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version))
    throw new Error(
      `package.json has ${version}: only X.Y.Z is released, and no pre-release.`,
    );
  if (tag !== `v${version}`)
    throw new Error(
      `The tag is ${tag}, and package.json has ${version}: the tag must be v${version}.`,
    );
  const [heading = "", ...lines] = (changelog.split(/^## /m)[1] ?? "").split(
    /\r?\n/,
  );
  const date = /\((.*)\)$/.exec(heading)?.[1] ?? "";
  if (heading !== `${version} (${date})` || !isDate(date))
    throw new Error(
      `CHANGELOG.md begins with "## ${heading}": its first section must be "## ${version} (YYYY-MM-DD)".`,
    );
  if (/^## Unreleased/im.test(changelog))
    throw new Error(
      `CHANGELOG.md has an Unreleased section below ${version}: move what it says.`,
    );
  const notes = lines.join("\n").trim();
  if (!notes)
    throw new Error(`CHANGELOG.md says nothing about ${version}: add a line.`);
  return notes;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    // The 30th of February would become the 2nd of March.
    date.toISOString().startsWith(text)
  );
}
