import { Marked } from "marked";
import { escapeHtml, fill } from "./page.js";

/** The whole reference in HTML, readable without its script, and its headings. */
export function staticContent(markdown: string) {
  const headings: { id: string; depth: number; html: string }[] = [];
  const count = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const slug = slugOf(text);
        const twins = count.get(slug) ?? 0;
        count.set(slug, twins + 1);
        const id = twins === 0 ? slug : `${slug}-${twins}`;
        const html = this.parser.parseInline(tokens);
        headings.push({ id, depth, html });
        // The name of a field leads to itself, and any other heading as a whole.
        const linked = html.replace(
          /^<code>.*?<\/code>|^.*$/,
          (name) => `<a href="#${id}">${name}</a>`,
        );
        return `<h${depth} id="${id}">${linked}</h${depth}>`;
      },
      code({ text, lang = "" }) {
        const label = LABELS[lang] ?? lang.toUpperCase();
        // Whoever has no mouse scrolls it as well.
        return `<figure data-language="${label}"><figcaption>${label}</figcaption><pre tabindex="0"><code>${highlight(text)}</code></pre><button class="copy">Copy</button></figure>`;
      },
    },
  });
  const body = marked
    .parse(markdown, { async: false })
    .replace(/(?:<figure(?:(?!<\/figure>)[^])+<\/figure>){2,}/g, withTabs);
  const contents = headings
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(
      ({ id, depth, html }) =>
        `<a class="depth-${depth}" href="#${id}">${html}</a>`,
    );
  const html = fill("static.html", { contents: contents.join(""), body });
  const script = `<script>${fill("static.js")}</script>`;
  return { content: script + html, headings };
}

/** Samples that follow each other say one thing in several languages. */
function withTabs(figures: string): string {
  const tabs = [...figures.matchAll(/data-language="(.*?)"/g)].map(
    ([, language]) => `<button>${language}</button>`,
  );
  return `<div class="samples"><div class="tabs" role="group" aria-label="Language">${tabs.join("")}</div>${figures}</div>`;
}

const LABELS: Record<string, string> = {
  sh: "curl",
  ts: "TypeScript",
  python: "Python",
};

/** The name of a field, or what GitHub makes of a heading. */
function slugOf(text: string): string {
  const [, field] = /^`(.+?)`/.exec(text) ?? [];
  const words = text.toLowerCase().replace(/[^\w\s-]/g, "");
  return field ?? words.replaceAll(" ", "-");
}

const TOKENS =
  /(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<comment>(?<=^|\s)(?:#|\/\/).*)|(?<word>\b(?:POST|await|catch|const|curl|echo|except|exit|false|False|from|if|import|instanceof|is|new|None|not|null|raise|throw|true|True|try)\b)/gm;

/** Marks texts, comments, and words that the language knows. */
function highlight(code: string): string {
  let html = "";
  let end = 0;
  for (const { 0: token, index, groups = {} } of code.matchAll(TOKENS)) {
    const [kind] = Object.entries(groups).find(([, text]) => text) ?? [];
    html += escapeHtml(code.slice(end, index));
    html += `<span class="${kind}">${escapeHtml(token)}</span>`;
    end = index + token.length;
  }
  return html + escapeHtml(code.slice(end));
}
