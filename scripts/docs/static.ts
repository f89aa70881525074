import { marked } from "marked";
import type { ContractDocument } from "./contract.js";
import { headOf } from "./head.js";

/** The reference without a script: for search engines, readers and printers. */
export async function staticPage(
  document: ContractDocument,
  markdown: string,
  siteUrl: string | undefined,
): Promise<string> {
  const body = await marked(markdown, { gfm: true });
  // A table wider than a telephone scrolls by itself, and by keyboard.
  const scrolling = body
    .replaceAll(
      "<table>",
      '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>',
    )
    .replaceAll("</table>", "</table></div>")
    .replaceAll("<pre>", '<pre tabindex="0">');
  return `<!doctype html>
<html lang="en">
<head>
${headOf(document, "reference.html", siteUrl)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<style>${STYLE}</style>
</head>
<body>
<main>
${scrolling}
<p><a href="index.html">Interactive reference</a>, <a href="openapi.json">openapi.json</a>, <a href="openapi.yaml">openapi.yaml</a>, <a href="reference.md">Markdown</a></p>
</main>
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:light-dark(#1d2330,#e6e9ef);background:light-dark(#fff,#14181f)}
main{max-width:60rem;margin:0 auto;padding:1rem}
h1,h2,h3{line-height:1.2}
a{color:light-dark(#1550b8,#8ab4f8)}
code{font:.9em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
pre{padding:.75rem;overflow-x:auto;background:light-dark(#f3f5f8,#1d232d)}
.wide{overflow-x:auto}
table{border-collapse:collapse}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid light-dark(#dfe3ea,#343b48)}
@media print{pre,.wide{overflow:visible;white-space:pre-wrap}}
`;
