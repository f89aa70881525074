import { KwikTimeoutError } from "./errors.js";

/** When a call ends at the latest: a race rejects with a KwikTimeoutError or, as soon as the caller aborts, the reason of the signal. */
export function startDeadline(timeoutMs: number, signal?: AbortSignal | null) {
  let end!: (reason: unknown) => void;
  // Not left to the signal alone: a fetch of the caller's own may not heed it.
  const ended = new Promise<never>((_, reject) => (end = reject));
  ended.catch(() => {}); // Nobody may be waiting by then.
  const timer = setTimeout(() => {
    const message = `No answer within ${timeoutMs} ms; a link may have been created`;
    end((deadline.timeout = new KwikTimeoutError(message, { timeoutMs })));
  }, timeoutMs);
  const stopListening = signal && onAbort(signal, () => end(signal.reason));
  let pause: ReturnType<typeof setTimeout> | undefined;
  const race = <Value>(work: Promise<Value>) => Promise.race([work, ended]);
  const deadline = {
    timeout: undefined as KwikTimeoutError | undefined,
    race,
    wait: (ms: number) =>
      race(new Promise((done) => (pause = setTimeout(done, ms)))),
    release() {
      clearTimeout(timer);
      clearTimeout(pause);
      stopListening?.();
    },
  };
  return deadline;
}

const listenersOf = /* @__PURE__ */ new WeakMap<AbortSignal, Set<() => void>>();

/** All who wait for one signal, as one listener: Node prints a warning from the eleventh on. */
function tellAll({ currentTarget }: Event): void {
  const listeners = listenersOf.get(currentTarget as AbortSignal);
  for (const listener of listeners ?? []) listener();
}

/** @returns stops waiting. */
function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new Set();
  listenersOf.set(signal, listeners.add(listener));
  signal.addEventListener("abort", tellAll);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) signal.removeEventListener("abort", tellAll);
  };
}
