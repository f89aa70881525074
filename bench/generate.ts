// npm run bench:generate: `npm run generate` beside the same tools, one after another, as command lines.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkRatio, measure, timeOf } from "./measure.js";
import { writeSection } from "./page.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/bench");
await mkdir(folder, { recursive: true });
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

const script = ["--import", "tsx", "scripts/generate.ts"];
const times = await measure(
  "From openapi/ to generated/, ms",
  { rounds: 5 },
  {
    theirs: timeOf(commandLines),
    ours: timeOf(() => run(process.execPath, script)),
  },
);
checkRatio("ours to theirs", times.ours, times.theirs, { atMost: 0.75 });
await writeSection("bench:generate");
