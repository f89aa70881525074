/** A mistake of whoever typed the command: told in a sentence, without a stack. */
export class UsageError extends Error {
  // By which it is told apart: each command is a bundle of its own.
  override readonly name = "UsageError";
}
