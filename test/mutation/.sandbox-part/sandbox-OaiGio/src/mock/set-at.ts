// @ts-nocheck
import type { FieldPath } from "../contract/generated.js";
import { asRecord } from "../contract/json.js";

/** Gives a field of a message a value, and creates the objects on the way to it; with `undefined` the message goes without. */
export function setAt(message: unknown, path: FieldPath, value: unknown): void {
  const enter = (node: Record<string, unknown>, name: string) =>
    asRecord(value === undefined ? node[name] : (node[name] ??= {}));
  const parent = path.slice(0, -1).reduce(enter, asRecord(message));
  parent[path.at(-1) ?? ""] = value;
}
