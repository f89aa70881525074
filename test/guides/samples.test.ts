// Every sample of the README and the guides compiles and runs, or is part of a program that does.
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

interface Sample {
  name: string;
  code: string;
  file: string;
}

const samples: Sample[] = Object.entries(guides).flatMap(([path, guide]) =>
  samplesIn(guide, "ts").map((code, index) => {
    const name = `${path.replace(/\W/g, "-")}-${index + 1}`;
    return { name, code, file: join(folder, `${name}.ts`) };
  }),
);
/** Whether it needs nothing but this package: then it is compiled and run here. */
const standsAlone = ({ code }: Sample) =>
  /^import .*"kwik-portal-link/ms.test(code) &&
  [...code.matchAll(/from "(.*?)"/g)].every(([, from = ""]) =>
    /^(kwik-portal-link|node:)/.test(from),
  );
const own = samples.filter(standsAlone);

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

test("every sample that needs this package alone compiles under strict", () => {
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
  const files = own.map(({ file }) => file);
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

test("every other sample is part of a program that the tests of the package run", async () => {
  const programs = await Promise.all(
    ["examples", "test/consumers"].map(async (path) => {
      const names = await readdir(join(root, path), { recursive: true });
      return names
        .filter((name) => /\.[jt]sx?$/.test(name))
        .map((name) => readFile(join(root, path, name), "utf8"));
    }),
  );
  const texts = await Promise.all(programs.flat());
  const javascript = Object.values(guides).flatMap((guide) =>
    samplesIn(guide, "js"),
  );
  const others = samples
    .filter((sample) => !standsAlone(sample))
    .map(({ code }) => code);
  for (const code of [...others, ...javascript])
    expect(
      texts.some((text) => text.includes(code)),
      code,
    ).toBe(true);
});
