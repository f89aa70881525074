// @ts-nocheck
import { posix } from "node:path";
import type { ContractDocument } from "./contract.js";
import { escapeHtml, fillTemplate, readAsset } from "./fill-template.js";
import { pageHead } from "./head.js";
import type { Page } from "./pages.js";
import { toHtml, type Heading } from "./to-html.js";

export interface Site {
  document: ContractDocument;
  pages: Page[];
  /** Where it will be. Ends in a slash. */
  url?: string | undefined;
  /** Where the files of the repository can be read. Ends in a slash. */
  sourceUrl?: string | undefined;
}

/** A page without a script: for search engines, screen readers and printers. */
export async function staticPage(site: Site, page: Page): Promise<string> {
  return fillTemplate("page.html", {
    head: await pageHead(site, `${page.name}.html`, page.title),
    style: await readAsset("page.css"),
    content: await pageContent(site, page),
  });
}

/** What such a page shows: the text, and the way to the others. */
export async function pageContent(site: Site, page: Page): Promise<string> {
  const { body, headings } = toHtml(page.markdown, (href) =>
    linkTarget(site, page, href),
  );
  const menu = (about: Page["about"]) =>
    site.pages
      .filter((other) => other.about === about)
      .map(({ name, title }) => {
        const link = `href="${name}.html">${escapeHtml(title)}</a>`;
        return name === page.name
          ? `<li><a aria-current="page" ${link}${contents(headings)}</li>`
          : `<li><a ${link}</li>`;
      })
      .join("");
  return fillTemplate("content.html", {
    body,
    operation: menu("operation"),
    package: menu("package"),
  });
}

function contents(headings: readonly Heading[]): string {
  const items = headings
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(
      ({ id, depth, html }) =>
        `<li class="depth-${depth}"><a href="#${id}">${html.replace(/<\/?a\b[^>]*>/g, "")}</a></li>`,
    );
  return items.length > 0 ? `<ul>${items.join("")}</ul>` : "";
}

/** A link between files of the repository leads to their pages, or to the repository, if that is known. */
function linkTarget(
  { pages, sourceUrl }: Site,
  { source }: Page,
  href: string,
): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const file = posix.join(posix.dirname(source), path);
  const page = pages.find((other) => other.source === file);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (page) return `${page.name}.html${hash}`;
  return sourceUrl && new URL(file + hash, sourceUrl).href;
}
