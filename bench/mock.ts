// npm run bench: the mock beside Prism.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, connect, type AddressInfo } from "node:net";
import { measure, printMachine, timeOf } from "./measure.js";
import { request } from "./server.js";

const PRISM = "node_modules/@stoplight/prism-cli/dist/index.js";
const SERVERS = {
  Prism: [PRISM, "mock", "--errors", "generated/openapi.json"],
  mock: ["dist/cli.cjs", "mock", "--quiet"],
};
const path = "/customer-portal/link";
const body = JSON.stringify(request);
const headers = {
  Authorization: `Basic ${btoa("key_test_abc123:secret_abc123")}`,
  "Content-Type": "application/json",
};

printMachine();
const eachServer = <Value>(make: (command: string[]) => Value) =>
  Object.fromEntries(
    Object.entries(SERVERS).map(([name, command]) => [name, make(command)]),
  );

await measure(
  "From spawning the process to its first response, ms",
  7,
  eachServer((command) => timeOf(async () => (await start(command)).stop())),
);

const running = eachServer(start);
const ports = await Promise.all(Object.values(running));
const rates = Object.keys(running).map((name, at) => {
  const port = ports[at]?.port ?? 0;
  return [name, () => requestsPerSecond(port, 2)] as const;
});
await measure("Requests/s on 20 connections", 5, Object.fromEntries(rates));
for (const { stop } of ports) stop();

/** Starts a server, and asks it again and again until it answers. */
async function start(command: string[]) {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const args = [...command, "--host", "127.0.0.1", "--port", String(port)];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const init = { method: "POST", headers, body };
  const deadline = performance.now() + 30_000;
  const url = `http://127.0.0.1:${port}${path}`;
  for (;;) {
    const response = await fetch(url, init).catch(() => undefined);
    await response?.text();
    if (response?.ok) return { port, stop: () => void child.kill() };
    if (performance.now() > deadline) throw new Error(`${url} never answered.`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** One request after the other on each connection, with so little work of its own that the server has a core to itself. */
async function requestsPerSecond(port: number, seconds: number) {
  const end = performance.now() + seconds * 1000;
  const connections = Array.from({ length: 20 }, () => countUntil(end, port));
  const counts = await Promise.all(connections);
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

async function countUntil(end: number, port: number): Promise<number> {
  const all = { Host: `127.0.0.1:${port}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`POST ${path} HTTP/1.1`, ...lines].join("\r\n");
  const message = `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  socket.write(message);
  let [count, response] = [0, ""];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    response += chunk.toString("latin1");
    const [length] = /(?<=content-length: )\d+/i.exec(response) ?? [];
    const start = response.indexOf("\r\n\r\n") + 4;
    if (!length || response.length < start + Number(length)) continue;
    if (!response.startsWith("HTTP/1.1 200 ")) throw new Error(response);
    response = "";
    count++;
    if (performance.now() > end) return count;
    socket.write(message);
  }
  throw new Error("A connection ended.");
}
