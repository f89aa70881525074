// npm run bench: what a call, an import and a validation cost beside their peers.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import * as generated from "../generated/validators.js";
import { isRequest, isResponse } from "./by-hand.js";
import { checkBudget, checkRatio, measure, median, timeOf } from "./measure.js";
import { writeSection } from "./page.js";
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
  checkRatio("createPortalLink to bare fetch", createPortalLink, bareFetch, {
    atMost: 1.1,
  });
} finally {
  server.kill();
}
await measureImport();
await measureValidators();
await writeSection("bench");

/** The clients whose fetch can be replaced by one that never leaves the process. */
async function measureInProcess(baseUrl: string): Promise<void> {
  const { fetch } = globalThis;
  const init = { headers: { "Content-Type": "application/json" } };
  globalThis.fetch = (url) =>
    Promise.resolve(new Response(answerTo(url), init));
  try {
    const callers = createCallers(baseUrl, request);
    delete callers["stripe (node:http)"];
    const times = await measureCalls("in process", callers, 10);
    const { "openapi-fetch + 1 middleware": peer = [] } = times;
    const { createPortalLink = [] } = times;
    const what = "createPortalLink to openapi-fetch + 1 middleware";
    checkRatio(what, createPortalLink, peer, { atMost: 1 });
  } finally {
    globalThis.fetch = fetch;
  }
}

/** One call at a time. A round is short, so that most rounds end before the machine turns to something else. */
async function measureCalls(where: string, callers: Callers, calls: number) {
  const measures: Record<string, () => Promise<number>> = {};
  for (const [name, call] of Object.entries(callers)) {
    if (!JSON.stringify(await call()).includes(answer.result.link_url))
      throw new Error(`${name} got no link.`);
    measures[name] = timeOf(call, calls);
  }
  const rounds = { rounds: 1000, warmUp: 200 };
  return measure(`A call ${where}, ms`, rounds, measures);
}

/** In a Node process of its own, whose loader has started in both. Loading Node's HTTP client too would take 20 ms. */
async function measureImport(): Promise<void> {
  const node = (code: string) =>
    execFileSync(process.execPath, ["--eval", code]);
  const code = `import("kwik-portal-link").then(({ createKwikClient }) =>
    createKwikClient({ apiKey: "key", apiSecret: "secret" }))`;
  const measures = {
    "with an import of a Node module": timeOf(() =>
      node('import("node:process")'),
    ),
    "with an import of the package": timeOf(() => node(code)),
  };
  const rounds = { rounds: 41, warmUp: 3 };
  const times = await measure("A Node process, ms", rounds, measures);
  const [bare = [], importing = []] = Object.values(times);
  const added = importing.map((time, round) => time - (bare[round] ?? NaN));
  checkBudget("ms that an import adds", median(added), { atMost: 5 });
}

async function measureValidators(): Promise<void> {
  const all = (validate: (value: unknown) => boolean, example: unknown) => {
    // Copies, because each message is a new object from JSON.parse.
    const copies = Array.from({ length: 16 }, () => structuredClone(example));
    return timeOf(() => {
      for (let i = 0; i < 2000; i++)
        if (!validate(copies[i % 16])) throw new Error("A valid example.");
    });
  };
  const measures = {
    "request by hand": all(isRequest, request),
    "request, generated": all(
      (value) => !generated.PortalLinkRequest(value),
      request,
    ),
    "response by hand": all(isResponse, answer),
    "response, generated": all(
      (value) => !generated.PortalLinkResponse(value),
      answer,
    ),
  };
  const rounds = { rounds: 200, warmUp: 20 };
  const times = await measure("2,000 validations, ms", rounds, measures);
  const sum = (one: number[], other: number[]) =>
    one.map((time, round) => time + (other[round] ?? NaN));
  checkRatio(
    "generated to by hand",
    sum(times["request, generated"], times["response, generated"]),
    sum(times["request by hand"], times["response by hand"]),
    { atMost: 2 },
  );
}
