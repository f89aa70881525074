const texts: Record<string, string> = import.meta.glob(
  ["../../*.md", "../../docs/*.md"],
  { query: "?raw", import: "default", eager: true },
);
/** The path of each paper of the repository, such as `docs/express.md` → its text. */
export const papers = new Map(
  Object.entries(texts).map(([path, text]) => [path.slice(6), text]),
);
/** README.md and the guides. */
export const guides = [...papers].filter(([path]) => /^R|^docs/.test(path));

const BLOCK = /(?:^\[?`([^`\n]+)`.*\n\n)?^```(\w+)( matrix)?\n([^]*?)^```$/gm;

/** The code blocks. `file` is the name in the line above; a block "```ts matrix" needs packages of the matrix, and runs there. */
export const samples = guides.flatMap(([guide, text]) =>
  [...text.matchAll(BLOCK)].map(([, file = "", language = "", mark, code]) => {
    return { guide, file, language, isMatrix: !!mark, code: code ?? "" };
  }),
);
