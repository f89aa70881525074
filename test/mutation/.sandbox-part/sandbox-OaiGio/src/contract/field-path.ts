// @ts-nocheck
import type { FieldPath } from "./generated.js";
import { asRecord } from "./json.js";

/** What a message has at a field; `undefined` when the field, or one on the way, is absent. */
export function valueAt(message: unknown, path: FieldPath): unknown {
  return path.reduce(
    (value, field) =>
      Object.hasOwn(asRecord(value), field)
        ? asRecord(value)[field]
        : undefined,
    message,
  );
}
