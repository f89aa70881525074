// npm run mock [-- --port N]: keeps a Prism mock of the contract up until Ctrl-C.
import { parseArgs } from "node:util";
import { startPrism } from "./prism.js";

try {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "4010" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is no port: use 0 to 65535.`);
  const prism = await startPrism({
    port,
    onLog: (text) => process.stdout.write(text),
  });
  console.log(`\nThe contract is mocked at ${prism.url}. Ctrl-C stops it.\n`);
  prism.process.once("exit", (code) => {
    console.error("The mock ended.");
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
