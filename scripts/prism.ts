// npm run prism [-- --port N]: keeps a Prism mock of the contract up until Ctrl-C.
import { parseArgs } from "node:util";
import { startPrism } from "./prism/start-prism.js";

try {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "4011" } },
  });
  let isListening = false;
  const prism = await startPrism({
    port: Number(values.port),
    // Prism greets a port in use with all of its help; startPrism says it in a sentence.
    onLog: (text) => isListening && process.stdout.write(text),
  });
  isListening = true;
  console.log(
    `Prism mocks the contract at ${prism.url}. Ctrl-C stops it. Any key and secret will do.\n`,
  );
  prism.process.once("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
