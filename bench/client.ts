// npm run bench: what a call and an import cost beside their peers.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { measure, printMachine, timeOf } from "./measure.js";
import { answerTo, request } from "./server.js";

type Callers = Record<string, () => Promise<unknown>>;

// By an address that the compiler does not follow, because only `npm run bench` installs the peers.
const { createCallers } = (await import(
  new URL("./peers.js", import.meta.url).href
)) as { createCallers: (baseUrl: string, body: typeof request) => Callers };

printMachine();
const server = fork(new URL("./server.ts", import.meta.url));
const [baseUrl] = (await once(server, "message")) as [string];
try {
  await measureCalls("A call over loopback, ms", 3);
  globalThis.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const headers = { "Content-Type": "application/json" };
    return Promise.resolve(new Response(answerTo(url), { headers }));
  };
  await measureCalls("A call in process, ms", 10);
} finally {
  server.kill();
}

// In a process of its own, whose loader has started in both.
const node = (code: string) => execFileSync(process.execPath, ["-e", code]);
const code =
  'import("kwik-portal-link").then((k) => k.createKwikClient({ apiKey: "k", apiSecret: "s" }))';
await measure("A Node process, ms", 41, {
  "with an import of a Node module": timeOf(() => node('import("node:util")')),
  "with a client": timeOf(() => node(code)),
});

/** One call at a time. A round is short, so that most rounds end before the machine turns to something else. */
async function measureCalls(title: string, calls: number): Promise<void> {
  const callers = createCallers(baseUrl, request);
  for (const [name, call] of Object.entries(callers))
    if (!JSON.stringify(await call()).includes("https://"))
      throw new Error(`${name} got no link.`);
  const measures = Object.entries(callers).map(
    ([name, call]) => [name, timeOf(call, calls)] as const,
  );
  await measure(title, 1000, Object.fromEntries(measures));
}
