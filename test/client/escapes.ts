/** How else a text is written: by serialisers, templates, query strings and mail. */
export const ESCAPES: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "JSON, quotes and backslashes": (text) => JSON.stringify(text).slice(1, -1),
  "JSON, ASCII alone, in lower case": (text) => unicode(text, (hex) => hex),
  "JSON, ASCII alone, in upper case": (text) =>
    unicode(text, (hex) => hex.toUpperCase()),
  "JSON, every letter": (text) => unicode(text, (hex) => hex, /[^]/g),
  "JSON, slashes": (text) => text.replaceAll("/", "\\/"),
  "JSON in JSON": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  "percent, where needed": encodeURIComponent,
  "percent, every byte": (text) => percent(text, (hex) => hex),
  "percent, every byte, in upper case": (text) =>
    percent(text, (hex) => hex.toUpperCase()),
  "percent, twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "HTML, names": (text) =>
    text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? ""),
  "HTML, decimal": (text) =>
    text.replace(/[^\w]/gu, (sign) => `&#${sign.codePointAt(0)};`),
  "HTML, hexadecimal": (text) =>
    text.replace(/[^]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`),
  "HTML, without semicolons": (text) =>
    text.replace(/[^]/gu, (sign) => `&#${sign.codePointAt(0)}`),
  "JavaScript, every byte": (text) =>
    [...text].every((sign) => sign < "\x7f")
      ? percent(text, (hex) => hex).replaceAll("%", "\\x")
      : text,
  "escape() of old JavaScript": (text) =>
    unicode(text, (hex) => hex, /[^]/g).replaceAll("\\u", "%u"),
  "in lower case": (text) => text.toLowerCase(),
  "in upper case": (text) => text.toUpperCase(),
  hexadecimal: (text) => Buffer.from(text).toString("hex"),
  "hexadecimal, in upper case": (text) =>
    Buffer.from(text).toString("hex").toUpperCase(),
  base64: (text) => Buffer.from(text).toString("base64"),
  "base64 without padding": (text) =>
    Buffer.from(text).toString("base64").replace(/=+$/, ""),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  "base64, percent": (text) =>
    encodeURIComponent(Buffer.from(text).toString("base64")),
};

const NAMES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function unicode(
  text: string,
  spell: (hex: string) => string,
  which = /[^\w]/g,
): string {
  return text.replace(
    which,
    (unit) => `\\u${spell(unit.charCodeAt(0).toString(16).padStart(4, "0"))}`,
  );
}

function percent(text: string, spell: (hex: string) => string): string {
  return [...Buffer.from(text)]
    .map((byte) => `%${spell(byte.toString(16).padStart(2, "0"))}`)
    .join("");
}
