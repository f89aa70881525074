// Every sample of the README and the guides is part of a program that a test runs, or is compiled and run here.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import ts from "typescript";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  inject,
  test,
  vi,
} from "vitest";
import { serverUrl } from "../../src/contract/generated.js";
import { readGuides, samplesIn } from "./read-guides.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const guides = await readGuides();

// Inside the package, so that its own name resolves as it does for a user.
const folder = join(root, "test", ".tmp", "guides");

/** The programs that the tests of the package run. */
const programs = await readPrograms([
  "examples",
  "test/consumers",
  "test/matrix/consumer/frameworks",
  "test/matrix/consumer/jest",
  "test/matrix/consumer/vitest",
]);

const samples = Object.entries(guides).flatMap(([path, guide]) =>
  ["ts", "js"].flatMap((language) =>
    samplesIn(guide, language).map((code, index) => {
      const name = `${path.replace(/\W/g, "-")}-${index + 1}.${language}`;
      return { name, code, file: join(folder, name) };
    }),
  ),
);
/** The others are compiled and run here, so they may need nothing but this package. */
const own = samples.filter(
  ({ code }) => !programs.some((program) => program.includes(code)),
);

async function readPrograms(folders: string[]): Promise<string[]> {
  const files = folders.map(async (path) => {
    const options = { recursive: true } as const;
    const names = await readdir(join(root, path), options).catch(() => []);
    return names
      .filter((name) => /\.[jt]sx?$/.test(name))
      .map((name) => readFile(join(root, path, name), "utf8"));
  });
  return Promise.all((await Promise.all(files)).flat());
}

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await Promise.all(own.map(({ file, code }) => writeFile(file, code)));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(() => {
  vi.stubEnv("KWIK_API_KEY", "readme_key");
  vi.stubEnv("KWIK_API_SECRET", "readme_secret");
  const { fetch } = globalThis;
  // The API itself is out of reach: the mock answers in its place.
  vi.stubGlobal("fetch", (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    expect(request.url).toMatch(`${serverUrl}/`);
    const url = request.url.replace(serverUrl, inject("prismUrl"));
    return fetch(new Request(url, request));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test("every sample compiles under strict", () => {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    resolveJsonModule: true,
    paths: {
      "kwik-portal-link": [join(root, "src/index.ts")],
      "kwik-portal-link/validate": [join(root, "src/validate.ts")],
      "kwik-portal-link/mock": [join(root, "src/mock.ts")],
    },
    skipLibCheck: true,
  };
  // The reference has one as well.
  const reference = join(root, "openapi/code-samples/typescript.ts");
  const files = own
    .map(({ file }) => file)
    .filter((file) => file.endsWith(".ts"));
  const program = ts.createProgram([...files, reference], options);
  expect(
    ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => "\n",
    }),
  ).toBe("");
  expect(own.length).toBeGreaterThan(6);
});

test.for(own)("it runs: $name", async ({ file, code }, { expect }) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const failed = vi.spyOn(console, "error");
  await import(/* @vite-ignore */ file);
  expect(failed).not.toHaveBeenCalled();
  const printed = log.mock.calls.map(([value]) => value as unknown);
  // A comment that is a value says what is printed.
  const lines = [
    ...code.matchAll(/^ *(?:if .*)?console\.log\(.*?\); *(?:\/\/ (.*))?$/gm),
  ];
  expect(printed).toHaveLength(lines.length);
  for (const [index, [, comment = ""]] of lines.entries()) {
    if (/^[["{]/.test(comment))
      expect(printed[index]).toEqual(runInNewContext(`(${comment})`));
    else expect(printed[index]).toEqual(expect.any(String));
  }
});
