import { bytesOf, decodeUtf8, fromBase64Url } from "./bytes.js";
import { operations } from "./generated.js";
import { asRecord } from "./json.js";

/** Takes out of a text what must never reach a log, and resolves the escapes of the rest. */
export type Redact = (text: string) => string;

export const HIDDEN = "[hidden]";

/** The fields that the contract calls secret. */
const secretFields = /* @__PURE__ */ Object.values(operations).flatMap(
  ({ secrets }) => secrets.map((path) => path[path.length - 1]),
);

/** The paths of the contract, which are no secret. */
const ownPaths = /* @__PURE__ */ Object.values(operations).map(({ path }) =>
  path.slice(1),
);

/** A session id, a link in each way to write one, and what follows the name of a secret field. */
const SECRET = /* @__PURE__ */ (() =>
  new RegExp(
    String.raw`(?<![a-z])ses_[\w-]+|(?:[a-z][a-z\d+.-]{0,20}:)?(?:\/\/|(?<![\w<])\/(?!(?:${ownPaths.join("|")})(?:\s|$))|(?:\.[\w-]+|:\d+)\/)[^\s"<>]+|(?:${secretFields.join("|")})\W{0,3}[:=]\W{0,3}[^\s"'<>,;&}]+`,
    "gi",
  ))();

/** How URLs, HTML and JSON write a character. */
const ESCAPE =
  /(?:%[\da-f]{2})+|&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos)(?=;));?|[\\%]+(?:u([\da-f]{4})|x([\da-f]{2}))|\\+([nrt])?/gi;

/**
 * What a server sends may echo the credentials, or hold a link or a session: either lets its holder in. They are found however
 * URLs, HTML, JSON, base64 and hexadecimal write them, and so are pieces of eight characters and more.
 */
export function redactor(secrets: readonly string[]): Redact {
  // Shorter ones are words that a message may hold by itself.
  const known = secrets
    .map((secret) => comparable(unescape(secret)))
    .filter(({ length }) => length > 4);
  const size = Math.min(8, ...known.map(({ length }) => length));
  const pieces = new Set(
    known.flatMap((secret) =>
      Array.from(secret.slice(size - 1), (_, at) =>
        secret.slice(at, at + size),
      ),
    ),
  );
  return (escaped) => {
    const text = unescape(escaped);
    const compared = comparable(text);
    const hidden = new Set<number>();
    const hide = (from: number, { length }: string) => {
      while (length--) hidden.add(from + length);
    };
    for (const { 0: found, index } of text.matchAll(SECRET)) hide(index, found);
    for (const { 0: run, index } of text.matchAll(/[\w+/-]{12,}=*/g))
      if (isEncodedText(run)) hide(index, run);
    for (let at = 0; at < text.length; at++) {
      const piece = compared.slice(at, at + size);
      if (pieces.has(piece)) hide(at, piece);
    }
    return text.replace(/[^]/g, (char, at: number) =>
      !hidden.has(at) ? char : hidden.has(at - 1) ? "" : HIDDEN,
    );
  };
}

/** The values of the secret fields in a body, at any depth. */
export function secretsIn(body: unknown): string[] {
  const found: string[] = [];
  const values = [body];
  // Not by recursion, because a body may be nested too deep for it.
  for (const value of values)
    for (const [field, inner] of Object.entries(asRecord(value)))
      if (typeof inner === "string" && secretFields.includes(field))
        found.push(inner);
      else values.push(inner);
  return found;
}

/** Without escapes. One may hold another, so this is repeated until nothing changes. */
function unescape(text: string): string {
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(ESCAPE, decode);
  }
  return text;
}

function decode(
  escape: string,
  hex?: string,
  decimal?: string,
  name?: "amp",
  unit?: string,
  byte?: string,
  space?: string,
): string {
  const code = Number(decimal ?? `0x${hex ?? unit ?? byte}`);
  try {
    if (!code && escape.startsWith("%")) return decodeURIComponent(escape);
    if (name) return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name];
    return code ? String.fromCodePoint(code) : space ? " " : "";
  } catch {
    // Not UTF-8, or no such character.
    return "?";
  }
}

/** Without a difference between cases, or between base64 and base64url. It stays as long: other letters grow in lower case. */
function comparable(text: string): string {
  return fromBase64Url(text).replace(/[A-Z]/g, (letter) =>
    letter.toLowerCase(),
  );
}

/** Whether it is a text in hexadecimal or base64, or a piece of that. What is not, such as an id, decodes to what nobody could read. */
function isEncodedText(run: string): boolean {
  const isHex = /^[\da-f]+$/i.test(run);
  const group = isHex ? 2 : 4;
  // A piece begins anywhere in a group; in a short one of base64 that would be found by chance.
  const starts = [0, 1, 2, 3].slice(0, isHex || run.length > 15 ? group : 1);
  return starts.some((start) => {
    const piece = run.slice(start, run.length - ((run.length - start) % group));
    try {
      const text = isHex
        ? decodeURIComponent(piece.replace(/../g, "%$&"))
        : decodeUtf8(bytesOf(atob(fromBase64Url(piece))), true);
      return /^\P{C}+$/u.test(text);
    } catch {
      return false;
    }
  });
}
