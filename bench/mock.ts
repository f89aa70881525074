// npm run bench:mock: the mock beside Prism, and beside a handler that does nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer, request } from "./server.js";
import { requestsPerSecond } from "./load.js";
import type { createMockHandler as CreateMockHandler } from "../src/mock.js";
import { checkBudget, checkRatio, measure, timeOf } from "./measure.js";
import { writeSection } from "./page.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const body = JSON.stringify(request);
const headers = {
  Authorization: `Basic ${btoa("key_test_abc123:secret_abc123")}`,
  "Content-Type": "application/json",
};
const { resolve } = createRequire(import.meta.url);
const prism = dirname(resolve("@stoplight/prism-cli/package.json"));
const document = join(root, "generated/openapi.json");
const PRISM = [join(prism, "dist/index.js"), "mock", "--errors", document];
const MOCK = [join(root, "dist/cli.cjs"), "mock"];

// As it is published: tsx adds to what closures cost.
const { createMockHandler } = (await import(
  new URL("../dist/mock.js", import.meta.url).href
)) as { createMockHandler: typeof CreateMockHandler };

await startUp();
await throughput();
await inProcess();
await memory();
await writeSection("bench:mock");

async function memory(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const mock = createMockHandler();
  const heapAfter = async (requests: number) => {
    for (let count = 0; count < requests; count++) {
      const { result } = (await (await mock(newRequest())).json()) as Created;
      // 50,000 of the links are opened.
      if (count % 20 === 0) await mock(new Request(result.link_url));
    }
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const early = await heapAfter(50_000);
  const grown = (await heapAfter(950_000)) - early;
  const what = "MB of heap more after 1,000,000 requests than after 50,000";
  checkBudget(what, grown, { atMost: 2 });
}

interface Created {
  result: { link_url: string };
}

/** From spawning the process to the end of its first response. */
async function startUp(): Promise<void> {
  const timeOf = (command: string[]) => async () => {
    const start = performance.now();
    const server = await startServer(command);
    const time = performance.now() - start;
    await server.stop();
    return time;
  };
  const times = await measure(
    "Spawn to first response, ms",
    { rounds: 7 },
    { mock: timeOf(MOCK), Prism: timeOf(PRISM) },
  );
  checkRatio("Prism to mock", times.Prism, times.mock, { atLeast: 10 });
}

async function throughput(): Promise<void> {
  const [mock, peer] = [await startServer(MOCK), await startServer(PRISM)];
  const load = (port: number) => () => {
    const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers });
    lines.push(["Content-Length", String(Buffer.byteLength(body))]);
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const message = `POST /customer-portal/link HTTP/1.1\r\n${head}\r\n${body}`;
    return requestsPerSecond(port, message, 2);
  };
  try {
    const rates = await measure(
      "Requests/s on 20 connections",
      { rounds: 5, warmUp: 1 },
      { Prism: load(peer.port), mock: load(mock.port) },
    );
    checkRatio("mock to Prism", rates.mock, rates.Prism, { atLeast: 15 });
  } finally {
    await Promise.all([mock.stop(), peer.stop()]);
  }
}

/** One call at a time, from building the request to reading the response. */
async function inProcess(): Promise<void> {
  const timed = (send: (request: Request) => Promise<Response>) =>
    timeOf(async () => {
      const response = await send(newRequest());
      const { status } = (await response.json()) as { status: boolean };
      if (!status) throw new Error("No link came back.");
    }, 400);
  const times = await measure(
    "A call in process, ms",
    { rounds: 50, warmUp: 20 },
    {
      "a handler that does nothing": timed(async (request) => {
        await request.text();
        return Response.json(answer);
      }),
      mock: timed(createMockHandler()),
    },
  );
  const idle = times["a handler that does nothing"];
  const what = "a handler that does nothing to mock";
  checkRatio(what, idle, times.mock, { atLeast: 0.8 });
}

function newRequest(url = "https://api.kwik.co.za/2.0/customer-portal/link") {
  return new Request(url, { method: "POST", headers, body });
}

/** Starts a server and asks it again and again until it answers. */
async function startServer(command: string[]) {
  const port = await freePort();
  const args = [...command, "--host", "127.0.0.1", "--port", String(port)];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/customer-portal/link`;
  const deadline = performance.now() + 30_000;
  for (;;) {
    const response = await fetch(newRequest(url)).catch(() => undefined);
    await response?.text();
    if (response?.ok) break;
    if (performance.now() > deadline) throw new Error(`${url} never answered.`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const ended = once(child, "exit");
  return { port, stop: () => (child.kill(), ended) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
