/** @throws {TypeError} that names the option and what it must be, and never shows what it was: that may be a secret. */
export function refuse(option: string, advice: string): never {
  throw new TypeError(`${option} ${advice}`);
}

export function checkedTimeoutMs(timeoutMs: number = 30_000): number {
  // A longer timer would fire at once.
  return timeoutMs > 0 && timeoutMs < 2 ** 31
    ? timeoutMs
    : refuse("timeoutMs", "must be above 0 and below 2 ** 31.");
}

/** Workers and servers have no document. */
export function refuseBrowser(dangerouslyAllowBrowser: boolean = false): void {
  if (typeof document === "object" && !dangerouslyAllowBrowser) {
    refuse(
      "apiSecret",
      "is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
    );
  }
}
