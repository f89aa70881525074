/** Asks again only when it is asked something else than the last time: for what mostly stays the same. */
export function remembered<Key, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => {
    if (!last || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
