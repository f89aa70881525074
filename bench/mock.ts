// npm run bench:mock: the mock beside Prism and MSW.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMockHandler } from "../src/mock.js";
import { answer, request } from "./answers.js";
import { interleaved, median, ratioOf } from "./interleaved.js";
import { requestsPerSecond } from "./load.js";

const BUDGETS = { start: 10, throughput: 15, inProcess: 50, heapMB: 2 };
const STARTS = 7;
const LOADS = 5;
const LOAD_SECONDS = 2;
const CALLS = 400;

const root = fileURLToPath(new URL("..", import.meta.url));
const body = JSON.stringify(request);
const headers = {
  Authorization: `Basic ${btoa("key_test_abc123:secret_abc123")}`,
  "Content-Type": "application/json",
};
const prismCli = join(
  dirname(
    createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json"),
  ),
  "dist/index.js",
);
const COMMANDS = {
  mock: [join(root, "dist/cli.js"), "mock"],
  prism: [prismCli, "mock", "--errors", join(root, "generated/openapi.json")],
};

await startUp();
await throughput();
await inProcess();
memory();

/** From spawning the process to the end of its first answer. */
async function startUp(): Promise<void> {
  const timeOf = (command: string[]) => async () => {
    const port = await freePort();
    const start = performance.now();
    const child = run(command, port);
    await firstAnswer(urlOf(port));
    const time = performance.now() - start;
    await stop(child);
    return time;
  };
  const { mock, prism } = await interleaved(STARTS, {
    mock: timeOf(COMMANDS.mock),
    prism: timeOf(COMMANDS.prism),
  });
  report("spawn to first answer", "ms", median(mock), median(prism));
  hold("times faster than Prism", ratioOf(prism, mock), BUDGETS.start);
}

async function throughput(): Promise<void> {
  const ports = { mock: await freePort(), prism: await freePort() };
  const children = [
    run(COMMANDS.mock, ports.mock),
    run(COMMANDS.prism, ports.prism),
  ];
  try {
    const measure = async (port: number) => {
      await firstAnswer(urlOf(port));
      const lines = [
        "POST /customer-portal/link HTTP/1.1",
        `Host: 127.0.0.1:${port}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        `Content-Length: ${Buffer.byteLength(body)}`,
      ];
      const message = `${lines.join("\r\n")}\r\n\r\n${body}`;
      return requestsPerSecond(urlOf(port), message, LOAD_SECONDS);
    };
    const measures = {
      mock: () => measure(ports.mock),
      prism: () => measure(ports.prism),
    };
    await interleaved(1, measures); // until everything is compiled
    const { mock, prism } = await interleaved(LOADS, measures);
    report("20 connections", "requests/s", median(mock), median(prism));
    hold("times Prism's", ratioOf(mock, prism), BUDGETS.throughput);
  } finally {
    await Promise.all(children.map(stop));
  }
}

/** One call at a time, from building the request to reading the answer. */
async function inProcess(): Promise<void> {
  const { startMsw } = (await import(
    new URL("./msw.js", import.meta.url).href
  )) as { startMsw: (answer: unknown) => { close: () => void } };
  const url = "https://api.kwik.co.za/2.0/customer-portal/link";
  const timeOf =
    (send: (request: Request) => Promise<Response>, n: number) => async () => {
      const start = performance.now();
      for (let count = 0; count < n; count++) {
        const asked = new Request(url, { method: "POST", headers, body });
        const read = (await (await send(asked)).json()) as { status: boolean };
        if (!read.status) throw new Error("No link came back.");
      }
      return ((performance.now() - start) / n) * 1000;
    };
  const mockHandler = createMockHandler();
  const bare = () => Promise.resolve(Response.json(answer));
  const msw = async () => {
    const server = startMsw(answer);
    try {
      return await timeOf((asked) => fetch(asked), CALLS / 20)();
    } finally {
      server.close();
    }
  };
  const measures = {
    mock: timeOf(mockHandler, CALLS),
    bare: timeOf(async (asked) => (await asked.text(), bare()), CALLS),
    msw,
  };
  await interleaved(20, measures); // until everything is compiled
  const times = await interleaved(50, measures);
  report(
    "in process",
    "µs per call",
    median(times.mock),
    median(times.msw),
    "MSW",
  );
  hold(
    "times faster than MSW",
    ratioOf(times.msw, times.mock),
    BUDGETS.inProcess,
  );
  console.log(
    `${" ".repeat(24)}(a handler that does nothing would be ${ratioOf(times.msw, times.bare).toFixed(1)} times faster)`,
  );
}

function memory(): void {
  const out = execFileSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", "bench/memory.ts", "50000", "1000000"],
    { cwd: root, encoding: "utf8" },
  );
  const [first = NaN, last = NaN] = (JSON.parse(out) as number[]).map(
    (bytes) => bytes / 2 ** 20,
  );
  console.log(
    `heap after 50,000 requests ${first.toFixed(1)} MB, after 1,000,000 ${last.toFixed(1)} MB, budget ${BUDGETS.heapMB} MB more`,
  );
  if (!(last - first < BUDGETS.heapMB)) process.exitCode = 1;
}

function report(
  what: string,
  unit: string,
  ours: number,
  theirs: number,
  peer = "Prism",
): void {
  console.log(
    `${what.padEnd(24)}mock ${ours.toFixed(0)}, ${peer} ${theirs.toFixed(0)} ${unit}`,
  );
}

function hold(what: string, ratio: number, budget: number): void {
  console.log(`${" ".repeat(24)}${ratio.toFixed(1)} ${what}, budget ${budget}`);
  if (!(ratio >= budget)) process.exitCode = 1;
}

function run(command: string[], port: number): ChildProcess {
  const args = [...command, "--host", "127.0.0.1", "--port", String(port)];
  return spawn(process.execPath, args, { stdio: "ignore" });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function urlOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Tries again and again: whoever waits for a server does. */
async function firstAnswer(url: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const response = await fetch(`${url}/customer-portal/link`, {
      method: "POST",
      headers,
      body,
    }).catch(() => undefined);
    await response?.text();
    if (response?.ok) return;
    if (performance.now() > deadline) throw new Error(`${url} never answered.`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
