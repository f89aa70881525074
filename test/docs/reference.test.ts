// The files of the reference; `npm run test:docs` builds them first.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { contract, docs, fieldFacts, read } from "./reference.js";

const html = read("reference.html").replaceAll("&quot;", '"');
const markdown = read("reference.md");
const files = readdirSync(docs).sort();

test("it is six files, and two of them are the contract", () => {
  expect(files.join(" ")).toBe(
    "index.html llms.txt openapi.json openapi.yaml reference.html reference.md",
  );
  expect(JSON.parse(read("openapi.json"))).toEqual(contract);
  expect(parse(read("openapi.yaml"))).toEqual(contract);
});

test("every field has its name, rules and need in a heading that is its anchor", () => {
  const headings = [...html.matchAll(/<h4 id="(.*?)">(.*?)<\/h4>/g)];
  const names = fieldFacts.map(({ name }) => name);
  expect(headings.map(([, id]) => id)).toEqual(
    names.map((name, at) => (names.indexOf(name) < at ? `${name}-1` : name)),
  );
  expect(html).toMatch(/ id="settings.cancel_type"[^]* id="status-1"/);
  for (const [at, { words }] of fieldFacts.entries())
    for (const word of words)
      expect(headings[at]?.[2]?.replace(/<.*?>/g, "")).toContain(word);
});

test("it has every description, example and guide as they are", () => {
  const { paths, components } = contract;
  const prose = JSON.stringify([paths, components.schemas]).matchAll(
    /"description":("(?:[^"\\]|\\.)*")/g,
  );
  for (const [, description = ""] of prose)
    expect(markdown).toContain(JSON.parse(description));
  for (const { value } of Object.values(components.examples ?? {}))
    expect(markdown).toContain(JSON.stringify(value, null, 2));
  for (const file of readdirSync("openapi/guides")) {
    const guide = readFileSync(`openapi/guides/${file}`, "utf8").trim();
    expect(guide).toMatch(/^## (?![^]*^# )/m);
    expect(markdown).toContain(guide);
  }
  expect(markdown).toMatch(/\n## Examples\n[^]*\n## Fields\n/);
});

test("the contract says that a rule is ours wherever it is, and nowhere else", () => {
  const OURS =
    /(Unknown fields are refused|Must not be empty|Must be an absolute URI, .*?)\. That is our rule; the vendor does not say\./;
  const { post } = contract.paths["/customer-portal/link"]!;
  const rules = Object.keys(post["x-own-rules"]);
  const text = markdown.replace(/\s+/g, " ");
  const [, request = ""] = text.split(/ ### Request | ### Response /);
  const sections = request.split(" #### ");
  for (const expression of rules) {
    const field = expression.replace(/.*#\/?/, "").replaceAll("/", ".");
    const heading = field ? `\`${field}\` ` : "Whom the link is for";
    const section = sections.find((one) => one.startsWith(heading));
    expect(section, expression).toMatch(OURS);
  }
  expect(text.match(/is our rule/g)).toHaveLength(rules.length);
  expect(text).not.toMatch(/absent when/);
});

/** Redoc makes its own links in its script. */
const [bar = ""] = read("index.html").split('<div id="redoc">');

test("every link leads somewhere, and no command installs what is not ours", () => {
  for (const [name, text] of Object.entries({
    "index.html": bar,
    "reference.html": html,
    "reference.md": markdown,
    "llms.txt": read("llms.txt"),
  })) {
    const links = [...text.matchAll(/(?:<a [^>]*href="|\]\()([^")]+)/g)];
    expect(links.length).toBeGreaterThan(1);
    for (const [, link = ""] of links) {
      const [file = "", anchor] = link.split("#");
      expect(files).toContain(file || name);
      if (anchor !== undefined) expect(html).toContain(` id="${anchor}"`);
    }
    expect(text).not.toMatch(/\b(npx|npm|pnpm|yarn|pip|composer) /);
  }
});

test("both pages may load nothing, and run their own scripts alone", () => {
  const policy =
    /content="default-src 'none'; script-src ('sha256-[\w+/]{43}=' ?)+; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'"/;
  expect(bar).toMatch(policy);
  expect(html).toMatch(policy);
});
