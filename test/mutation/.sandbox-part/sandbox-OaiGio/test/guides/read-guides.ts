// @ts-nocheck
import { readdir, readFile } from "node:fs/promises";

const root = new URL("../../", import.meta.url);

/** README.md and the guides, by their path. */
export async function readGuides(): Promise<Record<string, string>> {
  const names = (await readdir(new URL("docs/", root))).sort();
  const paths = ["README.md", ...names.map((name) => `docs/${name}`)];
  const texts = paths.map((path) => readFile(new URL(path, root), "utf8"));
  const contents = await Promise.all(texts);
  return Object.fromEntries(
    paths.map((path, at) => [path, contents[at] ?? ""]),
  );
}

/** The samples of one language, in their order. */
export function samplesIn(guide: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...guide.matchAll(fence)].map(([, code = ""]) => code);
}
