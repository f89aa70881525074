import ts from "typescript";
import { join, resolve } from "node:path";
import type { Bump } from "./needed-bump.js";
import type { Files } from "./read-types.js";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};
/** "Unused '@ts-expect-error' directive": what did not compile now does. */
const COMPILES_NOW = 2578;

/**
 * How far the version has to move from the types of one build to those of the next. What the last version exported, and what
 * its own type tests did with it, has to compile still: else it is a major release.
 *
 * @param before `src/NAME.d.ts` of the last version, for each entry point.
 * @param after the same of the next version.
 * @param tests the last version's type tests, which import only the entry points.
 */
export function typesBump(
  before: Files,
  after: Files,
  tests: Files,
): { bump: Bump; changes: string[] } {
  const broken = [
    ...Object.entries(before).flatMap(([path, text]) =>
      missing(exportsOf(text), exportsOf(after[path] ?? "")).map(
        (name) => `${path} exports no ${name}`,
      ),
    ),
    ...errorsOf(after, tests),
  ];
  if (broken.length) return { bump: "major", changes: broken };
  const differing = Object.keys(after).filter(
    (path) => after[path] !== before[path],
  );
  const code = differing.filter(
    (path) => withoutComments(after[path]) !== withoutComments(before[path]),
  );
  const bump = code.length ? "minor" : differing.length ? "patch" : "none";
  return { bump, changes: code.length ? code : differing };
}

const parse = (text: string) =>
  ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.ES2022);

const withoutComments = (text = "") =>
  ts.createPrinter({ removeComments: true }).printFile(parse(text));

/** The names that a bundled declaration file lists, as rollup writes them: "value NAME" of those that exist at run time. */
function exportsOf(text: string): string[] {
  return parse(text)
    .statements.filter(ts.isExportDeclaration)
    .flatMap(({ isTypeOnly, exportClause }) =>
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.flatMap(({ name: { text } }) =>
            isTypeOnly ? [text] : [text, `value ${text}`],
          )
        : [],
    );
}

const missing = (before: string[], after: string[]) =>
  before.filter((name) => !after.includes(name));

/** Compiles the tests against the declarations. An exact type is held to less: that the new one can be used as the old one. */
function errorsOf(declarations: Files, tests: Files): string[] {
  const folder = resolve("test/.tmp/types-bump");
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(declarations))
    files.set(join(folder, path), text);
  for (const [path, text] of Object.entries(tests))
    files.set(
      join(folder, path),
      text.replaceAll(".toEqualTypeOf", ".toExtend"),
    );
  const disk = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    // The folder is not on the disk.
    directoryExists: () => true,
    getSourceFile(path, language) {
      const text = files.get(path);
      return text === undefined
        ? library(path, () => disk.getSourceFile(path, language))
        : ts.createSourceFile(path, text, language);
    },
  };
  const roots = Object.keys(tests).map((path) => join(folder, path));
  const program = ts.createProgram(roots, OPTIONS, host);
  return roots
    .flatMap((root) => [
      ...program.getSyntacticDiagnostics(program.getSourceFile(root)),
      ...program.getSemanticDiagnostics(program.getSourceFile(root)),
    ])
    .filter(({ code }) => code !== COMPILES_NOW)
    .map(({ file, start = 0, messageText }) => {
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      const message = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${file?.fileName.slice(folder.length + 1)}:${line + 1} ${message}`;
    });
}

const libraries = new Map<string, ts.SourceFile | undefined>();
/** TypeScript's own and the dependencies' files, parsed once. */
function library(path: string, parse: () => ts.SourceFile | undefined) {
  if (!libraries.has(path)) libraries.set(path, parse());
  return libraries.get(path);
}
