import { access, lstat, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { REPORTS, type ReportFormat } from "../verify/reports.js";
import type { Verification } from "../verify/verify.js";
import { UsageError } from "./usage-error.js";

export interface Report {
  format: ReportFormat;
  file: string;
}

/**
 * Reads `--report FORMAT=FILE`, before anything is sent.
 *
 * @throws {UsageError} the format is unknown, or the file's folder is not there.
 */
export async function readReport(argument: string): Promise<Report> {
  const [, format = "", file = ""] = /^(\w+)=(.+)$/.exec(argument) ?? [];
  if (!Object.hasOwn(REPORTS, format))
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
  return { format: format as ReportFormat, file };
}

/** Writes a report in one step, so that nobody reads half of one; through a link or a device, as it comes. */
export async function writeReport(
  { format, file }: Report,
  verification: Verification,
): Promise<void> {
  const text = REPORTS[format](verification);
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
