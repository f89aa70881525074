// npm run check:rules: deletes each line of the hand-written contract in turn and demands that generation refuses the rest or
// that the facts of the page, or of the workflows, no longer hold. A line whose loss nobody notices states a rule that no test keeps.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildContract } from "../../scripts/build-contract.js";
import { ContractError } from "../../scripts/contract-error.js";
import { copyContract } from "../contract-copy.js";
import type { ContractDocument } from "./document.js";
import { pageSlips } from "./page-slips.js";
import { workflowSlips } from "./workflow-facts.js";

await using copy = await copyContract();
const unnoticed: string[] = [];
let refused = 0;
let slipped = 0;

for (const file of await contractFiles(copy.root)) {
  const text = await readFile(file, "utf8");
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (statesNothing(line)) continue;
    const rest = lines.toSpliced(index, 1).join("\n");
    await writeFile(file, rest);
    const verdict = file.endsWith(".arazzo.yaml")
      ? noticedInWorkflows(rest)
      : await noticed(copy.root);
    if (verdict === "refused") refused++;
    else if (verdict === "slipped") slipped++;
    else unnoticed.push(`${relative(copy.root, file)}:${index + 1}  ${line}`);
  }
  await writeFile(file, text);
}

console.log(
  `${refused + slipped + unnoticed.length} lines deleted, one at a time: ${refused} stopped generation, ${slipped} broke a fact, ${unnoticed.length} went unnoticed.`,
);
if (unnoticed.length > 0) {
  console.error(unnoticed.join("\n"));
  process.exitCode = 1;
}

async function contractFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "openapi"), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && /\.(yaml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function statesNothing(line: string): boolean {
  return /^\s*(#(\s.*)?)?$/.test(line);
}

function noticedInWorkflows(yaml: string): "slipped" | undefined {
  return workflowSlips(yaml).length > 0 ? "slipped" : undefined;
}

async function noticed(
  root: string,
): Promise<"refused" | "slipped" | undefined> {
  try {
    const files = await buildContract(root);
    const document = JSON.parse(
      files.get("openapi.json") ?? "",
    ) as ContractDocument;
    return pageSlips(document).length > 0 ? "slipped" : undefined;
  } catch (error) {
    if (error instanceof ContractError) return "refused";
    throw error;
  }
}
