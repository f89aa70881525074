// @ts-nocheck
// npm run prism [-- --port N]: keeps a Prism mock of the contract up until Ctrl-C.
import { parseArgs } from "node:util";
import { startPrism } from "./prism/start-prism.js";

try {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "4011" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is no port: use 0 to 65535.`);
  let listening = false;
  const prism = await startPrism({
    port,
    // Prism greets a port in use with all of its help; startPrism says it in a sentence.
    onLog: (text) => listening && process.stdout.write(text),
  });
  listening = true;
  console.log(
    `Prism mocks the contract at ${prism.url}. Ctrl-C stops it. Any key and secret will do.\n`,
  );
  prism.process.once("exit", (code) => {
    console.error("The mock ended.");
    process.exit(code ?? 1);
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
