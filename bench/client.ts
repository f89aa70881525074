// npm run bench: what a call costs beside bare fetch and other clients, in process and over loopback.
import { fork } from "node:child_process";
import { once } from "node:events";
import { answer, answerTo, request } from "./answers.js";
import { interleaved, median, ratioOf } from "./interleaved.js";

const BUDGET_IN_PROCESS = 1;
const BUDGET_OVER_LOOPBACK = 1.1;
const ROUNDS = 1000;

type Callers = Record<string, () => Promise<unknown>>;
type Times = Record<string, number[]>;

// By an address that the compiler does not follow, because only `npm run bench` installs the peers.
const { createCallers } = (await import(
  new URL("./peers.js", import.meta.url).href
)) as { createCallers: (baseUrl: string, body: typeof request) => Callers };

const server = fork(new URL("./server.ts", import.meta.url));
try {
  const [baseUrl] = (await once(server, "message")) as [string];
  const inProcess = await timesInProcess(baseUrl);
  const overLoopback = await timesOf(createCallers(baseUrl, request), 3);
  report(inProcess, overLoopback);
} finally {
  server.kill();
}

/** The clients whose fetch can be replaced by one that never leaves the process. */
async function timesInProcess(baseUrl: string): Promise<Times> {
  const { fetch } = globalThis;
  const init = { headers: { "Content-Type": "application/json" } };
  let calls = 0;
  globalThis.fetch = (url) => {
    calls++;
    return Promise.resolve(new Response(answerTo(url), init));
  };
  try {
    const callers: Callers = {};
    for (const [name, call] of Object.entries(
      createCallers(baseUrl, request),
    )) {
      calls = 0;
      await call();
      if (calls === 1) callers[name] = call;
    }
    return await timesOf(callers, 10);
  } finally {
    globalThis.fetch = fetch;
  }
}

/** µs per call, one call at a time. A round is short, so that most are over before the machine turns to something else. */
async function timesOf(callers: Callers, callsInRound: number): Promise<Times> {
  for (const [name, call] of Object.entries(callers)) {
    if (!JSON.stringify(await call()).includes(answer.result.link_url))
      throw new Error(`${name} got no link.`);
  }
  const measures = Object.fromEntries(
    Object.entries(callers).map(([name, call]) => [
      name,
      async () => {
        const start = performance.now();
        for (let i = 0; i < callsInRound; i++) await call();
        return ((performance.now() - start) / callsInRound) * 1000;
      },
    ]),
  );
  await interleaved(ROUNDS / 5, measures); // until everything is compiled
  return interleaved(ROUNDS, measures);
}

function report(inProcess: Times, overLoopback: Times): void {
  const ratio = (times: Times, ours: string, theirs: string) =>
    ratioOf(times[ours] ?? [], times[theirs] ?? []);
  const cells = (times: Times, name: string) =>
    times[name]
      ? median(times[name]).toFixed(1).padStart(13) +
        ratio(times, name, "bare fetch").toFixed(2).padStart(8)
      : "cannot be stubbed".padStart(21);
  console.log(
    `${"µs per call, × bare fetch".padEnd(30)}           in process        over loopback`,
  );
  for (const name of Object.keys(overLoopback))
    console.log(
      name.padEnd(30) + cells(inProcess, name) + cells(overLoopback, name),
    );

  const ofMiddleware = ratio(
    inProcess,
    "createPortalLink",
    "openapi-fetch + 1 middleware",
  );
  const ofFetch = ratio(overLoopback, "createPortalLink", "bare fetch");
  console.log(`
createPortalLink, medians of ${ROUNDS} interleaved rounds
in process    ${ofMiddleware.toFixed(3)} × openapi-fetch + 1 middleware, budget ${BUDGET_IN_PROCESS}
over loopback ${ofFetch.toFixed(3)} × bare fetch, budget ${BUDGET_OVER_LOOPBACK}`);
  if (ofMiddleware > BUDGET_IN_PROCESS || ofFetch > BUDGET_OVER_LOOPBACK)
    process.exitCode = 1;
}
