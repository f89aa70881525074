// @ts-nocheck
// npm run docs:serve [-- --port N]: builds generated/docs/ and serves it on loopback, until Ctrl-C.
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { serveFolder } from "./docs/serve-folder.js";

const folder = join(process.cwd(), "generated", "docs");
try {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8080" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is no port: use 0 to 65535.`);
  const { url } = await serveFolder(folder, port);
  console.log(`The reference is at ${url}. Ctrl-C stops it.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
