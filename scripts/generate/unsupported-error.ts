/** The contract states something that the package cannot derive code from. */
export class UnsupportedError extends Error {
  override name = "UnsupportedError";

  /** @param place The way to it in the bundled document, key by key. */
  constructor(
    readonly place: readonly string[],
    message: string,
  ) {
    super(message);
  }
}
