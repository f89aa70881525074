/** @throws {TypeError} names the option and what it must be. The value stays out of the message: it may be a secret. */
// @ts-nocheck

export function invalidOption(option: string, advice: string): never {
  throw new TypeError(`${option} ${advice}`);
}
