// @ts-nocheck
import { escapeHtml } from "../contract/escape-html.js";

/** HTML, as opposed to a text that has to be escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | Markup | undefined | false;

/** A template of HTML: a text in it is escaped, markup and lists of it stay, and what is absent leaves nothing. */
export function markup(
  strings: TemplateStringsArray,
  ...values: (Part | Part[])[]
): Markup {
  const parts = values.map((value) => [value].flat().map(htmlOf).join(""));
  return new Markup(String.raw({ raw: strings }, ...parts));
}

function htmlOf(part: Part): string {
  return part instanceof Markup ? part.html : escapeHtml(part || "");
}
