// @ts-nocheck
import { on } from "node:events";
import { Worker } from "node:worker_threads";

interface Answer {
  id: number;
  types?: string;
  error?: Error;
}

// Loading openapi-typescript takes longer than everything else together, so it happens on another core meanwhile.
const worker = new Worker(new URL("./types-worker.js", import.meta.url), {
  execArgv: [],
});
worker.unref();
let lastId = 0;
let pending = 0;

/** The types of a bundled contract, as openapi-typescript prints them. */
export async function typesOf(json: string): Promise<string> {
  const id = ++lastId;
  const answers = on(worker, "message") as AsyncIterable<[Answer]>;
  pending++;
  worker.ref();
  worker.postMessage({ id, json });
  try {
    for await (const [answer] of answers) {
      if (answer.id !== id) continue;
      if (answer.types === undefined)
        throw answer.error ?? new Error("No types came back.");
      return answer.types;
    }
    throw new Error("The worker ended without an answer.");
  } finally {
    // An idle worker must not keep the process alive.
    if (--pending === 0) worker.unref();
  }
}
