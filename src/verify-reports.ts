import { access, lstat, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { escaped } from "./escaped.js";
import { UsageError } from "./usage-error.js";
import type { Verification } from "./verify.js";
import type { Verdict } from "./verify-judge.js";

const FORMATS = { junit, json, markdown };

export interface Report {
  format: keyof typeof FORMATS;
  file: string;
}

/**
 * Reads `--report FORMAT=FILE`, before anything is sent.
 *
 * @throws {UsageError} the format is unknown, or the file's folder is not there.
 */
export async function checkedReport(argument: string): Promise<Report> {
  const [, format = "", file = ""] = /^(\w+)=(.+)$/.exec(argument) ?? [];
  if (!Object.hasOwn(FORMATS, format))
    throw new UsageError(
      `--report ${argument} must be junit=FILE, json=FILE or markdown=FILE.`,
    );
  const folder = dirname(resolve(file));
  await access(folder).catch(() => {
    throw new UsageError(
      `--report cannot write ${file}: there is no folder ${folder}.`,
    );
  });
  if ((await stat(file).catch(() => undefined))?.isDirectory())
    throw new UsageError(`--report cannot write ${file}: it is a folder.`);
  return { format: format as Report["format"], file };
}

/** Writes a report in one step, so that nobody reads half of one; through a link or a device, as it comes. */
export async function writeReport(
  { format, file }: Report,
  verification: Verification,
): Promise<void> {
  const text = FORMATS[format](verification);
  const there = await lstat(file).catch(() => undefined);
  if (there && !there.isFile()) return writeFile(file, text);
  const unfinished = `${file}.${Date.now()}`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function json(verification: Verification): string {
  return `${JSON.stringify(verification, null, 2)}\n`;
}

/** What CI systems show as tests: a rule is a test. */
function junit({ verdicts, outcome, summary, baseUrl }: Verification): string {
  const count = (kind: Verdict["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === kind).length;
  const cases = verdicts.map((rule) => {
    const attributes = `classname="kwik-portal-link" name="${escaped(`${rule.id}: ${rule.says}`)}"`;
    const message = `message="${escaped(rule.message ?? "")}"`;
    switch (rule.verdict) {
      case "broken":
        return `    <testcase ${attributes}><failure ${message}/></testcase>`;
      case "not checked":
        return `    <testcase ${attributes}><skipped ${message}/></testcase>`;
      case "warning":
        return `    <testcase ${attributes}><system-out>${escaped(rule.message ?? "")}</system-out></testcase>`;
      case "kept":
        return `    <testcase ${attributes}/>`;
    }
  });
  const unchecked = outcome === "could not be checked";
  if (unchecked)
    cases.push(
      `    <testcase classname="kwik-portal-link" name="the provider can be checked"><error message="${escaped(summary)}"/></testcase>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${escaped(`kwik-portal-link verify ${baseUrl}`)}" tests="${cases.length}" failures="${count("broken")}" errors="${unchecked ? 1 : 0}" skipped="${count("not checked")}">
${cases.join("\n")}
  </testsuite>
</testsuites>
`;
}

/** For a job's summary or a comment. */
function markdown({ verdicts, summary, baseUrl }: Verification): string {
  const cell = (text: string) => text.replace(/[|\\]/g, "\\$&");
  const rows = verdicts.map(
    ({ id, verdict, says, source, message = "" }) =>
      `| ${verdict} | \`${id}\` | ${cell(says)} | ${source} | ${cell(message)} |`,
  );
  return `## ${summary}

Provider: ${baseUrl}

| verdict | rule | says | source | found |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}
