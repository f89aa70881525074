/** A mistake of whoever typed the command: told in a sentence, without a stack. */
// @ts-nocheck

export class UsageError extends Error {}
