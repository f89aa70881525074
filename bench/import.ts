// npm run bench:import: what importing the package adds to a Node process.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { interleaved, median } from "./interleaved.js";

const BUDGET_MS = 5;
const ROUNDS = 41;

/** Runs code in a Node of its own, from where the package's own name leads to dist/. */
const node = (code: string) =>
  execFileSync(process.execPath, ["--eval", code], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    encoding: "utf8",
  });

const timeOf = (code: string) => () => {
  const start = performance.now();
  node(code);
  return performance.now() - start;
};
// A bare Node process has not started its module loader, which takes longer than the package and is no part of it.
const measures = {
  bare: timeOf('import("node:process")'),
  importing: timeOf('import("kwik-portal-link")'),
};
await interleaved(3, measures); // until the files are in memory
const { bare, importing } = await interleaved(ROUNDS, measures);
const added = median(
  importing.map((time, round) => time - (bare[round] ?? NaN)),
);
console.log(`bare Node               ${median(bare).toFixed(1)} ms`);
console.log(`with the package        ${median(importing).toFixed(1)} ms`);
console.log(
  `added ${added.toFixed(1)} ms, budget ${BUDGET_MS} (medians of ${ROUNDS} interleaved rounds)`,
);
if (added > BUDGET_MS) process.exitCode = 1;

// Loading Node's HTTP client takes 20 ms and more, so it is left to the first call. Touching Request shows that this would tell.
const loaded = JSON.parse(
  node(`
    const loaded = () =>
      process.moduleLoadList.includes("NativeModule internal/deps/undici/undici");
    import("kwik-portal-link").then(({ createKwikClient }) => {
      const imported = loaded();
      createKwikClient({ apiKey: "key", apiSecret: "secret" });
      const created = loaded();
      Request;
      console.log(JSON.stringify({ imported, created, touched: loaded() }));
    });`),
) as { imported: boolean; created: boolean; touched: boolean };
console.log(
  `Node's HTTP client is loaded by import: ${loaded.imported}, by createKwikClient(): ${loaded.created}`,
);
if (!loaded.touched)
  throw new Error("This Node calls its HTTP client something else.");
if (loaded.imported || loaded.created) process.exitCode = 1;
