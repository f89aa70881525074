import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { marked } from "marked";
import { test } from "vitest";
import { papers } from "./guide-samples.js";

const render = (path: string) => marked.parse(papers.get(path) ?? "") as string;

/** As GitHub names them. */
const anchorsIn = (path: string) =>
  [...render(path).matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, html = ""]) => {
    const text = html.replace(/<.*?>|&#?\w+;|[^\w -]/g, "");
    return text.toLowerCase().replaceAll(" ", "-");
  });

function isBroken(href: string, paper: string): boolean {
  if (/^https?:/.test(href)) return !URL.canParse(href);
  const [path = "", anchor] = href.split("#");
  const target = path ? join(dirname(paper), path) : paper;
  if (!existsSync(target)) return true;
  return !!anchor && !anchorsIn(target).includes(anchor);
}

test.for([...papers.keys()])("links of %s work", (paper, { expect }) => {
  const targets = render(paper).matchAll(/(?:href|src)="([^"]+)"/g);
  const hrefs = [...targets].map(([, href = ""]) => href);
  expect(hrefs.filter((href) => isBroken(href, paper))).toEqual([]);
});
