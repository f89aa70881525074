import { readFileSync } from "node:fs";
import { format } from "prettier";

const WORDS_IN_PYTHON: Record<string, string> = {
  true: "True",
  false: "False",
  null: "None",
};

function inPhp(token: string): string {
  if (token === "{") return "[";
  if (token === "}") return "]";
  if (!token.startsWith('"')) return token;
  const isName = token.endsWith(":");
  const text = JSON.parse(isName ? token.slice(0, -1) : token) as string;
  const quoted = `'${text.replace(/[\\']/g, "\\$&")}'`;
  return isName ? `${quoted} =>` : quoted;
}

/**
 * The language of the Markdown fence → its template, and how it writes a token of JSON: a brace, a word, a text, or a
 * name with its colon.
 */
const LANGUAGES: Record<string, [string, (token: string) => string]> = {
  // A quote ends the shell's text, and begins it again.
  sh: ["curl.sh", (token) => token.replaceAll("'", "'\\''")],
  // Prettier takes the quotes off the names.
  ts: ["typescript.ts", (token) => token],
  python: ["python.py", (token) => WORDS_IN_PYTHON[token] ?? token],
  php: ["php.php", inPhp],
};

/** A call with the request: language → code. */
export async function codeSamples(
  endpoint: string,
  request: unknown,
): Promise<Record<string, string>> {
  const samples: Record<string, string> = {};
  for (const [language, [file, write]] of Object.entries(LANGUAGES)) {
    const value = JSON.stringify(request, null, 4).replace(
      /"(?:[^"\\]|\\.)*":?|\b(?:true|false|null)\b|[{}]/g,
      write,
    );
    samples[language] = readFileSync(`openapi/code-samples/${file}`, "utf8")
      .replace("ENDPOINT", () => endpoint)
      .replace("REQUEST", () => value);
  }
  samples.ts = await format(samples.ts ?? "", { parser: "typescript" });
  return samples;
}
