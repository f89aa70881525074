// @ts-nocheck
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Prism {
  /** Without a trailing slash. Prism does not mount the server's base path, so there is no `/2.0`. */
  url: string;
  process: ChildProcess;
  stop: () => Promise<void>;
}

export interface PrismOptions {
  /** @default 0, a free one */
  port?: number;
  /** @default generated/openapi.json */
  document?: string;
  /** Gets what Prism prints. */
  onLog?: (text: string) => void;
}

const START_LIMIT_MS = 120_000;

/**
 * Starts stock Prism through its CLI, mocking the contract on loopback.
 *
 * @throws when Prism cannot start, with its own reason.
 */
export async function startPrism({
  port = 0,
  document = fileURLToPath(
    new URL("../../generated/openapi.json", import.meta.url),
  ),
  onLog,
}: PrismOptions = {}): Promise<Prism> {
  // Prism ends when its standard input does, so that not even a killed test run leaves one behind.
  const endWithParent =
    'data:text/javascript,process.stdin.on("close",()=>process.exit()).resume()';
  const child = spawn(
    process.execPath,
    [
      "--import",
      endWithParent,
      prismCli(),
      "mock",
      document,
      "--errors",
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
    ],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill();
    await exited;
  };

  let output = "";
  let listening = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    const url = await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => {
        const seconds = START_LIMIT_MS / 1000;
        reject(
          new Error(`Prism did not start within ${seconds} s:\n${output}`),
        );
      }, START_LIMIT_MS);
      const read = (chunk: string) => {
        onLog?.(chunk);
        // What comes later is only logged: a long run prints a great deal.
        if (listening) return;
        output += chunk;
        const url = /Prism is listening on (http:\S+)/.exec(output)?.[1];
        if (!url) return;
        listening = true;
        resolve(url);
      };
      child.stdout.setEncoding("utf8").on("data", read);
      child.stderr.setEncoding("utf8").on("data", read);
      // "close" comes after the last output, where "exit" may come before it.
      child.once("close", (code, signal) => {
        reject(new Error(reason(output, port, signal ?? `exit ${code}`)));
      });
      child.once("error", reject);
    });
    return { url, process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function prismCli(): string {
  const manifest = createRequire(import.meta.url).resolve(
    "@stoplight/prism-cli/package.json",
  );
  return join(dirname(manifest), "dist", "index.js");
}

function reason(output: string, port: number, end: string): string {
  if (output.includes("EADDRINUSE"))
    return `Port ${port} is in use: stop what listens there, or choose another one with --port.`;
  const fatal = output
    .split("\n")
    .map((line) => /✖\s+fatal\s+(\S.*)/.exec(line)?.[1])
    .find(Boolean);
  return `Prism ended before it listened (${end}): ${fatal ?? output.trim().split("\n").at(-1)}`;
}

/** A `fetch` that asks Prism for a named example: by itself it always answers with the first. */
export function preferExample(
  name: string,
  status?: number,
): (request: Request) => Promise<Response> {
  return (request) => {
    const code = status === undefined ? "" : `code=${status}, `;
    request.headers.set("Prefer", `${code}example=${name}`);
    return fetch(request);
  };
}
