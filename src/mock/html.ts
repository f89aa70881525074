import { escapeHtml } from "../contract/escape-html.js";

/** Markup, as opposed to a text that has to be escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

/** A template of markup: a text in it is escaped, markup and lists of it stay, and what is absent leaves nothing. */
export function html(
  strings: TemplateStringsArray,
  ...values: (string | Html | undefined | false | (Html | false)[])[]
): Html {
  const parts = values.map((value) =>
    [value]
      .flat()
      .map((one) =>
        one instanceof Html ? one.markup : one ? escapeHtml(one) : "",
      )
      .join(""),
  );
  return new Html(String.raw({ raw: strings }, ...parts));
}
