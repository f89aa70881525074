// What never reaches a log, in each way that it is found; and all that is shown.
import { expect, test } from "vitest";
import { HIDDEN, redactor, secretsIn } from "../../src/contract/redact.js";
import { tablesFor } from "../tables.js";

const tables = tablesFor<{
  known: Record<string, string>;
  found: Record<string, string>;
  shown: string[];
  becomes: Record<string, string>;
}>(import.meta);
const known = Object.values(tables.known);
const secrets = Object.entries({ ...tables.known, ...tables.found });

const ways: [name: string, write: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["in lower case", (text) => text.toLowerCase()],
  ["in upper case", (text) => text.toUpperCase()],
  ["percent-encoded", encodeURIComponent],
  [
    "percent-encoded in each byte",
    (text) => Buffer.from(text).toString("hex").replace(/../g, "%$&"),
  ],
];
const cases = secrets.flatMap(([name, secret]) =>
  ways.map(([way, write]) => [name, way, write(secret)] as const),
);

test.for(cases)("%s, %s", ([, , written]) => {
  const redact = redactor(known);
  // Padding is no secret.
  expect(redact(`no ${written} here`)).toMatch(/^no \[hidden\](=|%3d)* here$/i);
  expect(redact(written + " " + written)).not.toMatch(/canary|token/i);
  expect(redact(`a=${written}`)).not.toMatch(/canary|token/i);
});

test.for(tables.shown)("%s", (text) => {
  expect(redactor(known)(text)).toBe(text);
});

test.for(Object.entries(tables.becomes))("%s becomes %s", ([text, shown]) => {
  expect(redactor(known)(text)).toBe(shown);
});

test("a secret of four characters is a word", () => {
  expect(redactor(["word", "words"])("word words")).toBe("word [hidden]");
});

test("the values of secret fields are found at any depth", () => {
  const deep = JSON.parse(
    `${'{"a":['.repeat(50_000)}{"link_url":"l"}${"]}".repeat(50_000)}`,
  ) as unknown;
  const body = { result: { session_id: "s", id: "i", link_url: 1 }, deep };
  expect(secretsIn(body)).toEqual(["s", "l"]);
  expect(secretsIn(undefined)).toEqual([]);
});

test.for<[name: string, known: string[], text: string, shown: string]>([
  ["500 kB", ["x".repeat(5e5)], "no", HIDDEN],
  [
    "50,000 of them",
    Array.from({ length: 5e4 }, (_, i) => `opaque${i}`),
    "no",
    HIDDEN,
  ],
  ["half a letter", ["\ud83d_secret"], "\ud83d_secret", HIDDEN],
  [
    "a word of 500 kB",
    [],
    `${"a".repeat(5e5)}/portal/x`,
    "a".repeat(5e5) + HIDDEN,
  ],
  ["500 kB of slashes", [], "/".repeat(5e5), "/".repeat(5e5)],
])("%s are no trouble", ([, known, text, shown]) => {
  expect(redactor(known)(text) === shown).toBe(true);
});
