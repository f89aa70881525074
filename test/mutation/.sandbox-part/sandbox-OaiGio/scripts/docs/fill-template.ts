// @ts-nocheck
import { readFile } from "node:fs/promises";

/** Reads a file of this folder. */
export const readAsset = (name: string) =>
  readFile(new URL(name, import.meta.url), "utf8");

/**
 * Reads an HTML file of this folder and replaces each `[[name]]` by its value, which is HTML. Redoc fills `{{{name}}}` itself.
 *
 * @throws {Error} the template names a value that is not given.
 */
export async function fillTemplate(
  file: string,
  values: Record<string, string>,
): Promise<string> {
  return (await readAsset(file)).replace(
    /\[\[(\w+)\]\]/g,
    (_, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`scripts/docs/${file} asks for [[${name}]].`);
      return value;
    },
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
