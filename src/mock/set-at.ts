import type { FieldPath } from "../contract/generated.js";
import { asRecord } from "../contract/json.js";

/** Gives a field of a message a value, and the objects on the way to it; `undefined` takes the field away. */
export function setAt(message: unknown, path: FieldPath, value: unknown): void {
  const field = path.at(-1) ?? "";
  const parent = path
    .slice(0, -1)
    .reduce((node, name) => asRecord((node[name] ??= {})), asRecord(message));
  if (value === undefined) delete parent[field];
  else parent[field] = value;
}
