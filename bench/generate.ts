// npm run bench:generate: `npm run generate` beside the same tools, one after another, as command lines.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkRatio, measure } from "./measure.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "kwik-bench-"));
const bundle = join(folder, "openapi.json");
const run = (command: string, args: string[], cwd = root) =>
  promisify(execFile)(command, args, { cwd });
const bin = (name: string) => join(root, "node_modules/.bin", name);
const redocly = (...args: string[]) =>
  run(bin("redocly"), [...args, "--config", "redocly.yaml"]);

async function commandLines(): Promise<void> {
  await redocly("lint", "openapi/openapi.yaml");
  await redocly("bundle", "openapi/openapi.yaml", "--output", bundle);
  await redocly("lint", bundle);
  // swagger-parser has no command line of its own.
  const validate = `import("@apidevtools/swagger-parser").then(({ default: parser }) => parser.validate(${JSON.stringify(bundle)}))`;
  await run(process.execPath, ["--eval", validate]);
  // Elsewhere than beside redocly.yaml, which its older core cannot read.
  const output = ["--output", "schema.d.ts", "--default-non-nullable", "false"];
  await run(bin("openapi-typescript"), [bundle, ...output], folder);
}

const timeOf = (work: () => Promise<unknown>) => async () => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

try {
  const script = ["--import", "tsx", "scripts/generate.ts"];
  const measures = {
    "the tools as command lines": timeOf(commandLines),
    "npm run generate": timeOf(() => run(process.execPath, script)),
  };
  const what = "From openapi/ to generated/, ms";
  const times = await measure(what, { rounds: 5 }, measures);
  const [theirs, ours] = Object.values(times) as [number[], number[]];
  checkRatio(ours, theirs, { atMost: 0.75 });
} finally {
  await rm(folder, { recursive: true });
}
