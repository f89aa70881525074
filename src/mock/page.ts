import { escapeMarkup } from "../contract/values.js";
import type { MockAnswer } from "./answers.js";

/** HTML, as opposed to a text that has to be escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Part = string | Markup | undefined | false;

/** A template of HTML: a text in it is escaped, markup and lists of it stay, and what is absent leaves nothing. */
export function markup(
  strings: TemplateStringsArray,
  ...values: (Part | Part[])[]
): Markup {
  const htmlOf = (part: Part) =>
    part instanceof Markup ? part.html : escapeMarkup(part || "");
  const parts = values.map((value) => [value].flat().map(htmlOf).join(""));
  return new Markup(String.raw({ raw: strings }, ...parts));
}

/** @param location Relative, because a proxy may stand before the mock. */
export function redirect(location: string, note: string): MockAnswer {
  const headers = { location, "cache-control": "no-store" };
  return { status: 303, headers, body: "", note };
}

export function section(id: string, title: string, content: Part[]): Markup {
  return markup`<section aria-labelledby="${id}" data-testid="${id}"><h2 id="${id}">${title}</h2>
${content}</section>\n`;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A page without script, which is framed nowhere and kept by nobody. */
export function page(
  status: number,
  title: string,
  introduction: Markup,
  sections: Part[] = [],
  banner = PORTAL,
): MockAnswer {
  const { html } = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>${title} (mock)</title>
<style>${STYLE}</style>
<header>${banner}</header>
<main><div class="side"><h1 data-testid="page-title">${title}</h1>
${introduction}</div><div>${sections}</div></main></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    // Whoever the portal leads to must not see the link; the home page's form says where it comes from.
    "referrer-policy": banner === HOME ? "same-origin" : "no-referrer",
  };
  return { status, headers, body: html, note: title.toLowerCase() };
}

export const HOME = "This is a mock of the Kwik API: nothing here is real.";
const PORTAL =
  "This is a mock of the customer portal: nothing here is real. Settings that the link leaves out are on.";

const STYLE = new Markup(`
:root { color-scheme: light dark; --text: light-dark(#1d2330, #e6e9ef); --dim: light-dark(#566074, #a3adbf); --page: light-dark(#fff, #14181f);
  --line: light-dark(#dfe3ea, #343b48); --mark: light-dark(#fff3d1, #3a2f0f); --code: light-dark(#f4f6fa, #1c222c); --link: light-dark(#1550b8, #8ab4f8) }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
header { padding: .5rem 1rem; text-align: center; background: var(--mark) }
main { display: flex; flex-wrap: wrap; gap: 0 3rem; max-width: 64rem; margin: 0 auto; padding: 1rem }
main > * { flex: 999 1 24rem; min-width: 0; overflow-wrap: anywhere }
main > .side { flex: 1 1 18rem; color: var(--dim) }
h1, h2 { line-height: 1.2; color: var(--text) } h2 { margin-top: 0; font-size: 1.2rem }
section { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem } section > :last-child { margin-bottom: 0 }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .75rem 1rem }
.fields:not(:empty) { margin-bottom: 1rem } .buttons { display: flex; flex-wrap: wrap; gap: .75rem 1rem; margin: 0 }
label { display: grid; gap: .25rem } label:has([type]) { display: flex; gap: .5rem; align-items: center }
a { color: var(--link) } code, pre { font: .95em/1.5 ui-monospace, monospace }
pre { padding: .75rem; overflow: auto; white-space: pre-wrap; background: var(--code); border-radius: .25rem }
button, input, select { width: 100%; min-height: 2.5rem; padding: .25rem .75rem; font: inherit; color: var(--text); background: var(--page);
  border: 1px solid var(--dim); border-radius: .25rem }
[type] { flex: none; width: 1.25rem; min-height: 1.25rem; margin: 0; accent-color: var(--link) }
button { width: auto; max-width: 100%; color: var(--page); background: var(--link); border-color: var(--link); cursor: pointer }
button.other { color: var(--link); background: none }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
`);
