/** All who wait for one signal, as one listener: Node prints a warning from the eleventh on. */
class Listeners extends Set<() => void> {
  handleEvent(): void {
    for (const listener of this) listener();
  }
}

const listenersOf = /* @__PURE__ */ new WeakMap<AbortSignal, Listeners>();

/** @returns stops waiting. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new Listeners();
  listenersOf.set(signal, listeners.add(listener));
  signal.addEventListener("abort", listeners);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) signal.removeEventListener("abort", listeners);
  };
}
