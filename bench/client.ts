// npm run bench: what a call, an import and a validation cost beside their peers.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import * as generated from "../generated/validators.js";
import { isRequest, isResponse } from "./by-hand.js";
import { checkBudget, checkRatio, measure, median } from "./measure.js";
import { answer, answerTo, request } from "./server.js";

type Callers = Record<string, () => Promise<unknown>>;

// By an address that the compiler does not follow, because only `npm run bench` installs the peers.
const { createCallers } = (await import(
  new URL("./peers.js", import.meta.url).href
)) as { createCallers: (baseUrl: string, body: typeof request) => Callers };

const server = fork(new URL("./server.ts", import.meta.url));
try {
  const [baseUrl] = (await once(server, "message")) as [string];
  await measureInProcess(baseUrl);
  const callers = createCallers(baseUrl, request);
  const times = await measureCalls("over loopback", callers, 3);
  const { "bare fetch": bareFetch = [], createPortalLink = [] } = times;
  checkRatio(createPortalLink, bareFetch, { atMost: 1.1 });
} finally {
  server.kill();
}
await measureImport();
await measureValidators();

/** The clients whose fetch can be replaced by one that never leaves the process. */
async function measureInProcess(baseUrl: string): Promise<void> {
  const { fetch } = globalThis;
  const init = { headers: { "Content-Type": "application/json" } };
  let calls = 0;
  globalThis.fetch = (url) => {
    calls++;
    return Promise.resolve(new Response(answerTo(url), init));
  };
  try {
    const callers = createCallers(baseUrl, request);
    for (const [name, call] of Object.entries(callers)) {
      calls = 0;
      await call();
      if (calls !== 1) delete callers[name];
    }
    const times = await measureCalls("in process", callers, 10);
    const { "openapi-fetch + 1 middleware": peer = [] } = times;
    checkRatio(times.createPortalLink ?? [], peer, { atMost: 1 });
  } finally {
    globalThis.fetch = fetch;
  }
}

/** One call at a time. A round is short, so that most rounds end before the machine turns to something else. */
async function measureCalls(where: string, callers: Callers, calls: number) {
  const timeOf = (call: () => Promise<unknown>) => async () => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) await call();
    return ((performance.now() - start) / calls) * 1000;
  };
  const measures: Record<string, () => Promise<number>> = {};
  for (const [name, call] of Object.entries(callers)) {
    if (!JSON.stringify(await call()).includes(answer.result.link_url))
      throw new Error(`${name} got no link.`);
    measures[name] = timeOf(call);
  }
  const rounds = { rounds: 1000, warmUp: 200 };
  return measure(`A call ${where}, µs`, rounds, measures);
}

/** In a Node process of its own, whose loader has started in both. Loading Node's HTTP client too would take 20 ms. */
async function measureImport(): Promise<void> {
  const timeOf = (code: string) => () => {
    const start = performance.now();
    execFileSync(process.execPath, ["--eval", code]);
    return performance.now() - start;
  };
  const code = `import("kwik-portal-link").then(({ createKwikClient }) =>
    createKwikClient({ apiKey: "key", apiSecret: "secret" }))`;
  const measures = {
    "with an import of a Node module": timeOf('import("node:process")'),
    "with an import of the package": timeOf(code),
  };
  const rounds = { rounds: 41, warmUp: 3 };
  const times = await measure("A Node process, ms", rounds, measures);
  const [bare = [], importing = []] = Object.values(times);
  const added = importing.map((time, round) => time - (bare[round] ?? NaN));
  checkBudget("ms that the package adds", median(added), { atMost: 5 });
}

async function measureValidators(): Promise<void> {
  const CALLS = 2000;
  const timeOf = (validate: (value: unknown) => boolean, example: unknown) => {
    // Copies, because each message is a new object from JSON.parse.
    const copies = Array.from({ length: 16 }, () => structuredClone(example));
    return () => {
      let valid = 0;
      const start = performance.now();
      for (let i = 0; i < CALLS; i++) if (validate(copies[i % 16])) valid++;
      const time = performance.now() - start;
      if (valid !== CALLS) throw new Error("A valid example was refused.");
      return (time / CALLS) * 1e6;
    };
  };
  const measures = {
    "request by hand": timeOf(isRequest, request),
    "request, generated": timeOf(generated.PortalLinkRequest, request),
    "response by hand": timeOf(isResponse, answer),
    "response, generated": timeOf(generated.PortalLinkResponse, answer),
  };
  const rounds = { rounds: 200, warmUp: 20 };
  const times = await measure("A validation, ns", rounds, measures);
  const sum = (one: number[], other: number[]) =>
    one.map((time, round) => time + (other[round] ?? NaN));
  checkRatio(
    sum(times["request, generated"], times["response, generated"]),
    sum(times["request by hand"], times["response by hand"]),
    { atMost: 2 },
  );
}
