import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import process from "node:process";
import { format } from "prettier";

const PAGE = new URL("../docs/benchmarks.md", import.meta.url);

const lines: string[] = [];

/** Prints a line of Markdown, and keeps it for the page. */
export function print(line: string): void {
  console.log(line);
  lines.push(line);
}

/** With `--write`, puts what a command has printed into its section of docs/benchmarks.md, or adds the section. */
export async function writeSection(command: string): Promise<void> {
  if (!process.argv.includes("--write")) return;
  const day = new Date().toISOString().slice(0, 10);
  const cpu = cpus()[0]?.model.trim();
  const heading = `## \`npm run ${command}\`\n`;
  const machine = `On ${day}, with Node ${process.version} on ${availableParallelism()} cores of ${cpu}.`;
  const section = [heading, machine, ...lines, ""].join("\n");
  const sections = (await readFile(PAGE, "utf8")).split(/^(?=## )/m);
  const at = sections.findIndex((text) => text.startsWith(heading));
  sections.splice(at < 0 ? sections.length : at, 1, `${section}\n`);
  const page = await format(sections.join(""), { parser: "markdown" });
  await writeFile(PAGE, page);
}
