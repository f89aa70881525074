// npm run bench:generate: `npm run generate` beside the same tools, one after another, as command lines.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { interleaved, median } from "./interleaved.js";

const BUDGET = 0.75;
const ROUNDS = 5;

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name: string) => join(root, "node_modules/.bin", name);
const folder = await mkdtemp(join(tmpdir(), "kwik-bench-"));
const bundle = join(folder, "openapi.json");
const redocly = (...args: string[]) =>
  run(bin("redocly"), [...args, "--config", "redocly.yaml"], { cwd: root });

async function oneProcess(): Promise<void> {
  await run(process.execPath, ["--import", "tsx", "scripts/generate.ts"], {
    cwd: root,
  });
}

async function commandLines(): Promise<void> {
  await redocly("lint", "openapi/openapi.yaml");
  await redocly("bundle", "openapi/openapi.yaml", "--output", bundle);
  await redocly("lint", bundle);
  // swagger-parser has no command line of its own.
  const validate = `import("@apidevtools/swagger-parser").then(({ default: parser }) => parser.validate(${JSON.stringify(bundle)}))`;
  await run(process.execPath, ["--eval", validate], { cwd: root });
  // Elsewhere than beside redocly.yaml, which its older core cannot read.
  await run(
    bin("openapi-typescript"),
    [
      bundle,
      "--output",
      join(folder, "schema.d.ts"),
      "--default-non-nullable",
      "false",
    ],
    { cwd: folder },
  );
}

const timeOf = (work: () => Promise<void>) => async () => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

try {
  const times = await interleaved(ROUNDS, {
    oneProcess: timeOf(oneProcess),
    commandLines: timeOf(commandLines),
  });
  const [ours, theirs] = [median(times.oneProcess), median(times.commandLines)];
  const ratio = ours / theirs;
  console.log(`npm run generate, one process   ${ours.toFixed(0)} ms`);
  console.log(`the same tools as command lines ${theirs.toFixed(0)} ms`);
  console.log(
    `ratio ${ratio.toFixed(2)}, budget ${BUDGET} (medians of ${ROUNDS} interleaved rounds)`,
  );
  if (ratio > BUDGET) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
