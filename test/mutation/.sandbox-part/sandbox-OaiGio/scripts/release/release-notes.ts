/**
 * The section of CHANGELOG.md that belongs to a tag.
 *
 * @throws {Error} the tag, package.json's version and the newest section of CHANGELOG.md do not agree.
 */
// @ts-nocheck

export function releaseNotes(
  tag: string,
  version: string,
  changelog: string,
): string {
  if (tag !== `v${version}`)
    throw new Error(
      `The tag is ${tag}, and package.json has ${version}: the tag must be v${version}.`,
    );
  const [heading = "", ...lines] = (changelog.split(/^## /m)[1] ?? "").split(
    "\n",
  );
  // A date may follow the version.
  if (heading.split(" ")[0] !== version)
    throw new Error(
      `CHANGELOG.md begins with "## ${heading}": its first section must be "## ${version}".`,
    );
  const notes = lines.join("\n").trim();
  if (!notes)
    throw new Error(`CHANGELOG.md says nothing about ${version}: add a line.`);
  return notes;
}
