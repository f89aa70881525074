// @ts-nocheck
import { Marked, type Tokens } from "marked";
import { escapeHtml } from "./fill-template.js";

export interface Heading {
  id: string;
  depth: number;
  html: string;
}

/** Markdown as HTML without a script, and its headings. `linkTo` says where a link leads; it may lead nowhere. */
export function toHtml(
  markdown: string,
  linkTo: (href: string) => string | undefined,
): { body: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const count = new Map<string, number>();
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        const slug = slugOf(text);
        const before = count.get(slug) ?? 0;
        count.set(slug, before + 1);
        const id = before === 0 ? slug : `${slug}-${before}`;
        const html = this.parser.parseInline(tokens);
        headings.push({ id, depth, html });
        const link = `<a class="permalink" href="#${id}" aria-label="Link to this section">#</a>`;
        return `<h${depth} id="${id}">${html} ${link}</h${depth}>`;
      },
      table({ header, rows }) {
        const head = header.map(
          ({ tokens }) =>
            `<th scope="col">${this.parser.parseInline(tokens)}</th>`,
        );
        const cell = ({ tokens }: Tokens.TableCell, column: number) =>
          `<td data-label="${escapeHtml(header[column]?.text.replaceAll("`", "") ?? "")}">${this.parser.parseInline(tokens)}</td>`;
        const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
        // A table or sample wider than the screen scrolls by itself, also by keyboard.
        return `<div class="wide" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
      },
      link({ href, tokens }) {
        const target = linkTo(href);
        const html = this.parser.parseInline(tokens);
        return target === undefined
          ? html
          : `<a href="${escapeHtml(target)}">${html}</a>`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  return { body, headings };
}

/** The anchor that GitHub gives a heading. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
