import { marked } from "marked";
import type { ContractDocument } from "./contract.js";
import { fillTemplate, readAsset } from "./fill-template.js";
import { pageHead } from "./head.js";

/** The reference without a script: for search engines, screen readers and printers. */
export async function staticPage(
  document: ContractDocument,
  markdown: string,
  siteUrl: string | undefined,
): Promise<string> {
  const body = (await marked(markdown, { gfm: true }))
    // A table or sample wider than the screen scrolls by itself, also by keyboard.
    .replaceAll(
      "<table>",
      '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>',
    )
    .replaceAll("</table>", "</table></div>")
    .replaceAll("<pre>", '<pre tabindex="0">');
  return fillTemplate("static.html", {
    head: await pageHead(document, "reference.html", siteUrl),
    style: await readAsset("static.css"),
    body,
  });
}
