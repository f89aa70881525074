// @ts-nocheck
import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { marked } from "marked";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The links of a Markdown file that lead nowhere: a file that is not there, or a heading. */
export async function brokenLinks(paper: string): Promise<string[]> {
  const html = await render(paper);
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(
    ([, href = ""]) => href,
  );
  const isBroken = await Promise.all(
    hrefs.map(async (href) => {
      if (/^https?:/.test(href)) return !URL.canParse(href);
      const [path = "", anchor] = href.split("#");
      const target = path ? join(dirname(paper), path) : paper;
      try {
        await access(join(root, target));
      } catch {
        return true;
      }
      return (
        anchor !== undefined && !(await anchorsOf(target)).includes(anchor)
      );
    }),
  );
  return hrefs.filter((_, index) => isBroken[index]);
}

async function render(paper: string): Promise<string> {
  return marked(await readFile(join(root, paper), "utf8"));
}

/** As GitHub names them. */
async function anchorsOf(paper: string): Promise<string[]> {
  const headings = (await render(paper)).matchAll(/<h\d>(.*?)<\/h\d>/g);
  return [...headings].map(([, text = ""]) =>
    text
      .replace(/<.*?>|&\w+;/g, "")
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}
