// Figures of the README and the guides that a bench has measured are those of docs/benchmarks.md.
import { expect, test } from "vitest";
import { readGuides } from "./read-guides.js";

const guides = await readGuides();
const { "docs/benchmarks.md": page = "" } = guides;

/** The first figure in a row of the table of that title, in the section of a command. */
function figure(command: string, title: string, row: string): number {
  const section = page.split(/^## /m).find((text) => text.startsWith(command));
  const table = section?.split("\n\n").find((text) => text.includes(title));
  const line = table?.split("\n").find((text) => text.startsWith(`| ${row} `));
  const cell = line?.split("|")[2];
  if (!cell) throw new Error(`docs/benchmarks.md has no ${title}, ${row}.`);
  return Number(cell);
}

const call = (client: string) =>
  figure("`npm run bench`", "A call over loopback", client);
const start = (server: string) =>
  figure("`npm run bench:mock`", "Spawn to first response", server) / 1000;
const rate = (server: string) =>
  Math.round(figure("`npm run bench:mock`", "Requests/s", server) / 100) / 10;

test("the README's figures are those of the page", () => {
  const [, bytes] =
    /client, bytes minified and gzipped: (\d+)/.exec(page) ?? [];
  const added = call("createPortalLink") - call("bare fetch");
  for (const claim of [
    `The client adds ${(Number(bytes) / 1000).toFixed(1)} kB to a bundle, compressed, and ${added.toFixed(2)} ms to a call`,
    `The mock starts in ${start("mock").toFixed(1)} s and answers ${rate("mock")} thousand requests a second, Prism in ${start("Prism").toFixed(1)} s and ${rate("Prism")} thousand`,
  ])
    expect(guides["README.md"]).toContain(
      `${claim} ([measured](docs/benchmarks.md)).`,
    );
});

test("the size of the reference in docs/architecture.md is that of the page", () => {
  const [, size = NaN, , brotli = NaN] = (
    /^\| index\.html .*\d.*\|.*\|.*\|.*\|$/m.exec(page)?.[0] ?? ""
  )
    .split("|")
    .slice(1)
    .map(Number);
  expect(guides["docs/architecture.md"]).toContain(
    `One file, ${(size / 1000).toFixed(1)} MB (${(brotli / 1000).toFixed(2)} MB brotli)`,
  );
});
