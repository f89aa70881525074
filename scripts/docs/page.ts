import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Reads a file of this folder, and replaces each `[[name]]` by its value. */
export function fill(file: string, values: Record<string, string> = {}) {
  return readFileSync(new URL(file, import.meta.url), "utf8").replace(
    /\[\[(\w+)\]\]/g,
    (_, name: string) => values[name] ?? "",
  );
}

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Allows a page its own scripts alone, by their hashes. Redoc writes its styles at run time, so any style may run. */
export function withPolicy(html: string): string {
  // An end tag inside a script is written <\/script>, so that the first real one ends it.
  const hashes = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(
    ([, code = ""]) =>
      `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  return html.replace("SCRIPT_HASHES", [...new Set(hashes)].join(" "));
}
