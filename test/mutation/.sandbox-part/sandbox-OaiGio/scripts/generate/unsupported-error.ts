/** The contract states something that the package cannot derive code from. */
// @ts-nocheck

export class UnsupportedError extends Error {
  override name = "UnsupportedError";

  /** @param pointer The JSON Pointer to it in the bundled document, as `jsonPointer` writes one. */
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** `["paths", "/a"]` → `/paths/~1a` */
export function jsonPointer(keys: readonly (string | number)[]): string {
  return keys
    .map(
      (key) =>
        `/${encodeURIComponent(`${key}`.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
    )
    .join("");
}
