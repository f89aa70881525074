// The built reference, and what must be in it.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { facts } from "../contract/contract.js";

export const docs = resolve("generated/docs");
export const read = (name: string) => readFileSync(`${docs}/${name}`, "utf8");

export const contract = JSON.parse(
  readFileSync("generated/openapi.json", "utf8"),
) as {
  paths: Record<string, { post: { "x-own-rules": Record<string, string> } }>;
  components: Record<string, Record<string, Record<string, unknown>>>;
};

/** An example of the contract by its name, such as `PortalLinkRequest.subscription`. */
export const valueOf = (name: string) =>
  contract.components.examples?.[name]?.value;

/** What it says of each field, from what was typed in from the vendor's pages: the generator does not share it. */
export const fieldFacts = Object.values(facts.fields).flatMap((message) =>
  Object.entries(message).flatMap(([field, rules]) => {
    const name = field.replace("!", "");
    const isItem = /(\[\]|\*)$/.test(name);
    const need = field.endsWith("!") ? "required" : "optional";
    const { type = "", format, maxLength } = rules as Record<string, string>;
    const words = [name, type, isItem ? "" : need];
    if (format) words.push(`(${format})`);
    if (maxLength) words.push(`at most ${maxLength} characters`);
    if ("const" in rules) words.push(`always ${String(rules.const)}`);
    else
      for (const value of (rules.enum ?? []) as string[])
        words.push(`"${value}"`);
    return name ? [{ name, words }] : [];
  }),
);
