// The tarball on every runtime, and with the compilers, bundlers, test runners and libraries of package.json.
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build, transform, type BuildOptions } from "esbuild";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { startMockServer } from "../../src/mock.js";
import { guides, samples } from "../guides/guide-samples.js";
import { root, run } from "../package/pack.js";

const { folder, tarball } = inject("packed");
// Outside the repository, whose tsconfig.json and packages it must not see.
const project = join(folder, "matrix");
const programs = join(import.meta.dirname, "programs");
const installed = join(programs, "node_modules");
const bin = (name: string) => join(installed, ".bin", name);
const node = (version: number) => join(installed, `node-${version}/bin/node`);

beforeAll(async () => {
  const flags = ["--no-save", "--no-engine-strict", "--no-audit"];
  await run("npm", ["install", ...flags, tarball], { cwd: programs });
  const filter = (path: string) => !path.endsWith("node_modules");
  await cp(programs, project, { recursive: true, filter });
  await symlink(installed, join(project, "node_modules"));
  await write("run.js", RUN);
});

const RUN = 'import { probe } from "./probe.js"; console.log(await probe());';

/** What a command prints, and why it failed if it did. */
const print = ([command = "", ...args]: readonly string[], cwd = project) =>
  run(command, args, { cwd, env: { ...process.env, NO_COLOR: "1" } }).then(
    ({ stdout, stderr }) => stdout || stderr,
    (error: Error & { stdout: string }) => error.stdout + error.message,
  );

/** Writes a file of the project. @returns its path */
async function write(name: string, text: string): Promise<string> {
  const path = join(project, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

// What the README says that a program needs under Deno, with the mock's host in place of the API's.
const [permissions = ""] =
  /--allow-net=\S+ --allow-env=[\w,]+/.exec(guides.join()) ?? [];
const deno = [
  ...[bin("deno"), "run", "--no-lock", "--node-modules-dir=manual"],
  ...permissions.replace("api.kwik.co.za", "127.0.0.1").split(" "),
];

const RUNTIMES: [name: string, command: string[], requires?: string[]][] = [
  ["Node 20.19", [node(20)]],
  ["Node 22.12", [node(22)]],
  ["Node 24", [node(24)]],
  ["Node 26", [node(26)]],
  ["Bun", [bin("bun")]],
  // `require` reads files with the program's own permissions.
  ["Deno", deno, ["--allow-read"]],
];

test.for(RUNTIMES)("the probe passes on %s", async ([, command]) => {
  expect(await print([...command, "run.js"])).toBe("[]\n");
});

test.for(RUNTIMES)(
  "require and import give the same classes on %s",
  async ([, command, flags = []]) => {
    const program = `const required = require("kwik-portal-link");
      import("kwik-portal-link").then((imported) =>
        console.log(required.KwikApiError === imported.KwikApiError));`;
    const path = await write("dual.cjs", program);
    expect(await print([...command, ...flags, path])).toBe("true\n");
  },
);

test.for(Object.entries({ INT: 130, TERM: 143 }))(
  "as process 1, as in a container, SIG%s ends the mock with %i",
  async ([signal, code]) => {
    const cli = "node_modules/kwik-portal-link/dist/cli.cjs";
    // From within: what is sent to process 1 is lost unless it is handled.
    const script = `(while sleep 0.2; do kill -${signal} 1; done) & exec ${node(24)} ${cli} mock --port 0`;
    const options = { cwd: project, timeout: 60_000 };
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
    const command = [...asRoot, "unshare", "--pid", "--fork", "--kill-child"];
    const ended = run("env", [...command, "sh", "-c", script], options);
    await expect(ended).rejects.toMatchObject({ code });
  },
);

/** The probe in one script. */
async function bundleProbe(options: BuildOptions): Promise<string> {
  const entryPoints = [join(project, "probe.js")];
  const shared = { entryPoints, bundle: true, write: false } as const;
  const { outputFiles } = await build({ ...options, ...shared });
  return outputFiles[0]?.text ?? "";
}

interface Workerd {
  dispatchFetch: (url: string) => Promise<Response>;
  dispose: () => Promise<void>;
}

// The older one does not know `cache` in a request's options.
test.for(["2026-04-01", "2024-06-01"])(
  "the probe passes in workerd of %s",
  async (compatibilityDate) => {
    const { Miniflare } = (await import(
      join(installed, "miniflare/dist/src/index.js")
    )) as { Miniflare: new (options: object) => Workerd };
    const js = `export default { fetch: async (_, { MOCK_URL }) =>
      Response.json(await probe(MOCK_URL)) };`;
    const script = await bundleProbe({ format: "esm", footer: { js } });
    const mock = await startMockServer();
    const bindings = { MOCK_URL: mock.url };
    const options = { modules: true, script, compatibilityDate, bindings };
    const workerd = new Miniflare(options);
    const response = await workerd.dispatchFetch("http://probe.invalid/");
    expect(await response.json()).toEqual([]);
    await Promise.all([workerd.dispose(), mock.close()]);
  },
);

const { code: vitestSample = "" } =
  samples.find(({ code }) => code.includes('from "vitest"')) ?? {};

test.for([20, 26])(
  "Jest by its defaults, in CommonJS, runs the sample, the probe, and what needs jsdom or fake timers, on Node %s",
  async (version) => {
    const commonJs = { format: "cjs", packages: "external" } as const;
    await write("jest/probe.cjs", await bundleProbe(commonJs));
    const sample = vitestSample.replace(/^import .* from "vitest";\n/m, "");
    const { code } = await transform(sample, { format: "cjs" });
    await write("jest/sample.test.cjs", code);
    const jest = [node(version), "node_modules/jest/bin/jest.js"];
    const options = ["--rootDir", join(project, "jest"), "--forceExit"];
    const output = await print([...jest, ...options]);
    expect(output).toMatch(/Tests: +5 passed, 5 total/);
  },
);

test.for(["node", "jsdom", "happy-dom"])(
  "vitest runs the sample in %s",
  async (environment) => {
    await write("vitest/sample.test.js", vitestSample);
    const vitest = [node(22), "node_modules/vitest/vitest.mjs", "run"];
    const options = ["--root", "vitest", "--environment", environment];
    expect(await print([...vitest, ...options])).toMatch(/Tests +2 passed/);
  },
);

async function compile(version: string, files: string[], compilerOptions = {}) {
  const config = { extends: "./tsconfig.json", files, compilerOptions };
  const path = await write("tsconfig.one.json", JSON.stringify(config));
  const tsc = `node_modules/typescript-${version}/bin/tsc`;
  return print(["node", tsc, "--project", path]);
}

const MISTAKES = [
  ["{}", "Property 'customer_id' is missing"],
  ["{ customer_id: null }", "Type 'null' is not assignable to type 'string'"],
  ['{ ...c, settings: { cancel_type: "now" } }', `Did you mean '"NOW"'?`],
  ["{ ...c, settings: { show_invoice: true } }", "write 'show_invoices'?"],
] as const;

describe.for(["5.4", "5.9", "7"])("TypeScript %s", (version) => {
  test.for([
    { module: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ])("compiles what users export: %o", async (options) => {
    const files = ["types.ts", "types.mts", "types.cts"];
    const text = await readFile(join(project, "types.ts"), "utf8");
    for (const file of files) await write(file, text);
    expect(await compile(version, files, options)).toBe("");
  });

  test("says what is wrong with a request, on its line", async () => {
    const program = `import { createKwikClient } from "kwik-portal-link";
      const { createPortalLink } = createKwikClient();
      const c = { customer_id: "cus_mine" };
      ${MISTAKES.map(([body]) => `void createPortalLink(${body});`).join("\n")}`;
    await write("mistakes.ts", program);
    const output = await compile(version, ["mistakes.ts"]);
    const errors = output.split(/^mistakes\.ts\(/m).slice(1);
    expect(errors).toHaveLength(MISTAKES.length);
    for (const [index, [, message]] of MISTAKES.entries()) {
      expect(parseInt(errors[index] ?? "")).toBe(index + 4);
      expect(errors[index]).toContain(message);
    }
  });
});

test("bundlers leave out what is not used", async () => {
  const bundles = async (names: string, entryPoint = "") => {
    const text = `import {${names}} from "kwik-portal-link${entryPoint}"; globalThis.out = [${names}];`;
    const path = await write("to-bundle.js", text);
    return JSON.parse(await print(["node", "bundle.js", path])) as string[];
  };
  for (const entryPoint of ["", "/validate", "/mock"])
    for (const text of await bundles("", entryPoint))
      expect(text.length).toBeLessThan(50);
  for (const text of await bundles("cancelTypes"))
    expect(text.length).toBeLessThan(150);
  for (const text of await bundles("ErrorResponse", "/validate")) {
    expect(text).toContain("error_details");
    expect(text).not.toMatch(/products_ids|link_url/);
  }
});

test.for([
  ["git", "npm", "install", `git+file://${root}`],
  // Under pnpm the type of an exported `api` has a name only where openapi-fetch is a dependency as well.
  ["pnpm", bin("pnpm"), "add", tarball, "openapi-fetch@0.17"],
])(
  "from %s the probe passes, and an exported `api` compiles",
  async ([name, command = "", ...args]) => {
    const manifest = await write(`${name}/package.json`, '{"type":"module"}');
    const cwd = dirname(manifest);
    await run(command, args, { cwd });
    await cp(join(project, "probe.js"), join(cwd, "probe.js"));
    const path = await write(`${name}/run.js`, RUN);
    expect(await print(["node", path], cwd)).toBe("[]\n");
    const program = `import { createKwikClient } from "kwik-portal-link";
      export const { api } = createKwikClient();`;
    await write(`${name}/index.ts`, program);
    expect(await compile("5.9", [`${name}/index.ts`])).toBe("");
  },
);

describe("the guides' samples that need a library", () => {
  const LIBRARY = / from "(?!node:|kwik-portal-link)([^"]+)"/;
  const ours = samples
    .filter(({ isMatrix }) => isMatrix)
    .map(({ code, language }, index) => {
      const [, library = ""] = LIBRARY.exec(code) ?? [];
      return { code, library, path: `samples/${index}.${language}` };
    });
  beforeAll(async () => {
    for (const { path, code } of ours) await write(path, code);
  });

  test("compile", async () => {
    const paths = ours.map(({ path }) => path);
    const options = { types: ["node"], skipLibCheck: true, allowJs: true };
    expect(await compile("5.9", paths, options)).toBe("");
  });

  test.for(ours.filter(({ library }) => !/^(msw|@playwright)/.test(library)))(
    "answer: $library",
    async ({ path }) => {
      const output = await print([node(24), "call-sample.js", `./${path}`]);
      expect(output).toMatch(/^(200 true\n400 false|007\ncus_mine)\n$/);
    },
  );

  test.for(["msw", "msw-3"])("intercept: %s", async (name) => {
    const sample = ours.find(({ library }) => library === "msw")?.code ?? "";
    const code = sample.replace(/from "msw\b/g, `from "${name}`);
    const path = await write(`samples/${name}.test.js`, code);
    expect(await print([node(24), "--test", path])).toMatch(/pass [1-9]/);
  });
});
