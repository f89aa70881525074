// @ts-nocheck
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { CodeSample, ContractDocument } from "./contract.js";
import { referenceMarkdown, samplesMarkdown } from "./markdown.js";

/** A page of the site that is written in Markdown. */
export interface Page {
  /** Without `.html`. */
  name: string;
  title: string;
  markdown: string;
  /** Its file in the repository, where its links start from. */
  source: string;
  about: "operation" | "package";
}

/**
 * The pages in the order of the menu, the whole reference first.
 *
 * @throws {Error} two have one name.
 */
export async function readPages(
  root: string,
  document: ContractDocument,
  samples: readonly CodeSample[],
): Promise<Page[]> {
  const read = async (source: string, about: Page["about"]) => {
    const markdown = await readFile(join(root, source), "utf8");
    return page(source, markdown, about);
  };
  const readAll = async (folder: string, about: Page["about"]) => {
    const files = await readdir(join(root, folder));
    return Promise.all(
      files
        .filter((file) => file.endsWith(".md"))
        .sort()
        .map((file) => read(`${folder}/${file}`, about)),
    );
  };
  const guides = [
    ...(await readAll("openapi/guides", "operation")),
    page("openapi/code-samples", samplesMarkdown(samples), "operation"),
  ];
  const whole = referenceMarkdown(
    document,
    guides.map(({ markdown }) => markdown),
  );
  const pages = [
    {
      ...page("openapi/reference", whole, "operation"),
      title: "The whole reference",
    },
    ...guides,
    await read("README.md", "package"),
    ...(await readAll("docs", "package")),
    await read("CHANGELOG.md", "package"),
  ];
  const names = pages.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two pages are called ${twice}: rename one.`);
  return pages;
}

/** A page is named for its file, and has the title of its text. */
function page(source: string, markdown: string, about: Page["about"]): Page {
  const name = basename(source, ".md").toLowerCase();
  const title = /^# (.*)$/m.exec(markdown)?.[1]?.replaceAll("`", "") ?? name;
  return { name, title, markdown, source, about };
}
