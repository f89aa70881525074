import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
import packageJson from "../package.json" with { type: "json" };
import { serverUrl } from "../src/contract/generated.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = await readFile(join(root, "README.md"), "utf8");
const samples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = ""]) => code,
);

// Inside the package, so that its own name resolves as it does for a user.
const folder = join(root, "test", ".tmp", "readme");
const files = samples.map((_, index) => join(folder, `sample-${index + 1}.ts`));

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    files.map((file, index) => writeFile(file, samples[index] ?? "")),
  );
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
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** What the samples print. */
const PRINTED = [
  "2026-03-13T12:30:00Z",
  "Kwik customer portal link",
  [{ path: ["product_ids"], message: "is not in the contract" }],
];

test("a complete sample stands by line 15", () => {
  const first = readme.slice(0, readme.indexOf("\n```\n") + 4).split("\n");
  expect(first.length).toBeLessThanOrEqual(15);
  expect(samples[0]).toContain("createPortalLink");
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
  const sample = join(root, "openapi/code-samples/typescript.ts");
  const program = ts.createProgram([...files, sample], options);
  const problems = ts.getPreEmitDiagnostics(program);
  expect(
    ts.formatDiagnostics(problems, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => "\n",
    }),
  ).toBe("");
  expect(samples.length).toBeGreaterThan(3);
});

test.for(samples.map((_, index) => index + 1))(
  "sample %i runs",
  async (number, { expect }) => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const failed = vi.spyOn(console, "error");
    await import(/* @vite-ignore */ files[number - 1] as string);
    expect(failed).not.toHaveBeenCalled();
    const code = samples[number - 1] ?? "";
    if (code.includes("console.log(")) {
      const [[value]] = printed.mock.calls as [[unknown]];
      expect(PRINTED).toContainEqual(value);
    }
  },
);

test("every npm command it names is a script", () => {
  const named = [
    ...readme.matchAll(/npm (?:run ([a-z:]+)|(start|test)\b)/g),
  ].map(([, script, short]) => script ?? short);
  expect(named).toEqual(expect.arrayContaining(["start", "test", "generate"]));
  expect(Object.keys(packageJson.scripts)).toEqual(
    expect.arrayContaining(named),
  );
});

test("the documented defaults are the contract's", () => {
  expect(/\| `baseUrl` +\| (.*?) +\|/.exec(readme)?.[1]).toBe(
    `the contract's server, \`${serverUrl}\``,
  );
});
