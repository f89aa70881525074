import { invalidOption } from "../contract/invalid-option.js";

export function checkedTimeoutMs(timeoutMs: number = 30_000): number {
  // A longer timer would fire at once.
  return timeoutMs > 0 && timeoutMs < 2 ** 31
    ? timeoutMs
    : invalidOption("timeoutMs", "must be above 0 and below 2 ** 31.");
}

/** Workers and servers have no document. */
export function rejectBrowser(dangerouslyAllowBrowser: boolean = false): void {
  if (typeof document === "object" && !dangerouslyAllowBrowser) {
    invalidOption(
      "apiSecret",
      "is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
    );
  }
}
