// npm run docs: generated/openapi.json, openapi/ → generated/docs/, the hosted reference.
import fs from "node:fs";
import { stringify } from "yaml";
import { buildRedoc } from "./docs/build-redoc.js";
import { describedContract } from "./docs/contract.js";
import { escapeHtml, fill, withPolicy } from "./docs/page.js";
import { referenceMarkdown } from "./docs/reference-markdown.js";
import { staticContent } from "./docs/static-content.js";

const read = (file: string) => fs.readFileSync(file, "utf8");

const json = read("generated/openapi.json");
const contract = await describedContract(json);
const { info, operation, call } = contract;
const guides = fs.readdirSync("openapi/guides").sort();
const markdown = await referenceMarkdown(
  contract,
  guides.map((file) => read(`openapi/guides/${file}`)),
);
const { content, headings } = staticContent(markdown);

/** Both pages have one bar and one theme. */
const page = (kind: string, bar: string, content: string) =>
  fill("page.html", {
    title: escapeHtml(info.title),
    kind,
    summary: escapeHtml(info.summary),
    style: fill("theme.css") + fill(`${kind}.css`),
    bar,
    content,
  });

const [, ...parts] = headings.filter(({ depth }) => depth === 2);
const links = parts.map(
  ({ id, html }) => `<a href="reference.html#${id}">${html}</a>`,
);
const interactive = page(
  "interactive",
  `<a href="reference.html">Whole reference</a>${links.join("")}`,
  fill("interactive.html"),
);
const reference = page(
  "static",
  '<a href="index.html">Interactive</a>',
  content,
);

const files = {
  "index.html": withPolicy(buildRedoc(json, interactive)),
  "reference.html": withPolicy(reference.replace("{{{redocHead}}}", "")),
  "reference.md": markdown,
  "llms.txt": fill("llms.txt", { ...info, call, operation: operation.summary }),
  "openapi.json": json,
  "openapi.yaml": stringify(JSON.parse(json), { aliasDuplicateObjects: false }),
};
fs.rmSync("generated/docs", { recursive: true, force: true });
fs.mkdirSync("generated/docs");
for (const [name, content] of Object.entries(files))
  fs.writeFileSync(`generated/docs/${name}`, content);
console.log(`generated/docs/: ${Object.keys(files).join(", ")}`);
