// @ts-nocheck
import { lstat, rename, rm, writeFile } from "node:fs/promises";
import { json } from "../verify/reports/json.js";
import { junit } from "../verify/reports/junit.js";
import { markdown } from "../verify/reports/markdown.js";
import type { Report } from "../verify/reports/summary.js";
import { UsageError } from "./usage-error.js";

const FORMATS = { junit, json, markdown };

export interface ReportFile {
  format: keyof typeof FORMATS;
  file: string;
}

/**
 * Reads `--report FORMAT=FILE`, and proves that the file can be written, before anything is sent.
 *
 * @throws {UsageError} the format is unknown, or nothing can be written there.
 */
export async function readReport(argument: string): Promise<ReportFile> {
  const [, format = "", file = ""] = /^(\w+)=(.+)$/.exec(argument) ?? [];
  if (!Object.hasOwn(FORMATS, format))
    throw new UsageError(
      `--report ${argument} must be junit=FILE, json=FILE or markdown=FILE.`,
    );
  const there = await lstat(file).catch(() => undefined);
  if (there?.isDirectory())
    throw new UsageError(`--report cannot write ${file}: it is a folder.`);
  // A link or a device is written through.
  if (!there || there.isFile())
    await unfinished(file, (path) => writeFile(path, "")).catch(
      ({ code }: NodeJS.ErrnoException) => {
        throw new UsageError(`--report cannot write ${file} (${code}).`);
      },
    );
  return { format: format as ReportFile["format"], file };
}

/** Writes a report in one step, so that nobody reads half of one; through a link or a device, as it comes. */
export async function writeReport(
  { format, file }: ReportFile,
  report: Report,
): Promise<void> {
  const text = FORMATS[format](report);
  const there = await lstat(file).catch(() => undefined);
  if (there && !there.isFile()) return writeFile(file, text);
  await unfinished(file, async (path) => {
    await writeFile(path, text);
    await rename(path, file);
  });
}

/** Works on a file beside the one meant, and leaves nothing of it behind. */
async function unfinished(
  file: string,
  work: (path: string) => Promise<void>,
): Promise<void> {
  const path = `${file}.${crypto.randomUUID().slice(0, 8)}`;
  try {
    await work(path);
  } finally {
    await rm(path, { force: true });
  }
}
