import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { resolve } = createRequire(import.meta.url);
const CLI = resolve("@stoplight/prism-cli/dist/index.js");
const CONTRACT = new URL("../../generated/openapi.json", import.meta.url);
// Prism ends when its standard input does, so that not even a killed test run leaves one behind.
const END_WITH_PARENT =
  'data:text/javascript,process.stdin.on("close",()=>process.exit()).resume()';

interface Prism {
  /** Without a trailing slash. Prism does not mount the server's base path, so there is no `/2.0`. */
  url: string;
  process: ChildProcess;
  stop: () => Promise<void>;
}

/**
 * Starts stock Prism through its CLI, as a mock of the contract on loopback, on a free port unless one is named.
 *
 * @throws {Error} Prism cannot start, with its own reason.
 */
export async function startPrism({
  port = 0,
  onLog,
}: { port?: number; onLog?: (text: string) => void } = {}): Promise<Prism> {
  const child = spawn(process.execPath, [
    ...["--import", END_WITH_PARENT, CLI],
    ...["mock", fileURLToPath(CONTRACT), "--errors"],
    ...["--host", "127.0.0.1", "--port", String(port)],
  ]);
  const exited = once(child, "exit");
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      onLog?.(text);
      // A long run prints a great deal.
      output = (output + text).slice(-4000);
      const [, url] = /Prism is listening on (http:\S+)/.exec(output) ?? [];
      if (url) resolve(url);
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    // "close" comes after the last output, where "exit" may come before it.
    child.once("close", () => {
      const reason = output.includes("EADDRINUSE")
        ? `Port ${port} is in use: stop what listens there, or choose another one with --port.`
        : `Prism ended before it listened:\n${output}`;
      reject(new Error(reason));
    });
  });
  return {
    url,
    process: child,
    async stop() {
      child.kill();
      await exited;
    },
  };
}
