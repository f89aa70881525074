// @ts-nocheck
// npm run generate [-- --check]: openapi/ → generated/, everything, in one process.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ContractError } from "./generate/contract-error.js";
import { staleGenerated, writeGenerated } from "./generate/generated-folder.js";
// Starts loading openapi-typescript on another core, before this one loads the rest.
import "./generate/types.js";

const { buildContract } = await import("./generate/build-contract.js");

const { values: options } = parseArgs({
  options: {
    /** Write nothing; fail when something would change. */
    check: { type: "boolean", default: false },
    /** The folder that holds `openapi/` and `generated/`. */
    root: {
      type: "string",
      default: process.cwd(),
    },
  },
});
const folder = join(options.root, "generated");

try {
  const files = await buildContract(options.root);
  if (options.check) {
    const stale = await staleGenerated(folder, files);
    console.log(
      stale.length > 0
        ? `${stale.join("\n")}\nRun \`npm run generate\` and commit the result.`
        : "generated/ is what openapi/ says.",
    );
    if (stale.length > 0) process.exitCode = 1;
  } else {
    await writeGenerated(folder, files);
    console.log(`generated/: ${[...files.keys()].join(", ")}`);
  }
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  console.error(
    `${error.message}\n\nThe contract has a mistake; nothing was written.`,
  );
  process.exitCode = 1;
}
