/** Memoizes the last call: for arguments that mostly stay the same. */
export function memoizeLast<Key, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => {
    if (!last || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
