import { invalidOption } from "../contract/invalid-option.js";
import { environment } from "./environment.js";

export function checkedTimeoutMs(timeoutMs: number = 30_000): number {
  // A longer timer would fire at once.
  return Number.isFinite(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31
    ? timeoutMs
    : invalidOption("timeoutMs", "must be a number above 0 and below 2 ** 31.");
}

export function checkedMaxRetries(maxRetries: number = 2): number {
  return Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= 100
    ? maxRetries
    : invalidOption("maxRetries", "must be a whole number from 0 to 100.");
}

/** What is no function would fail only after the request was sent. */
export function checkFunctions(options: Record<string, unknown>): void {
  for (const [option, value] of Object.entries(options))
    if (value !== undefined && typeof value !== "function")
      invalidOption(option, "must be a function.");
}

/** Browsers have a document or, in a Web Worker, importScripts. So has jsdom, but in Node, and so has Electron's renderer. */
export function rejectBrowser(dangerouslyAllowBrowser: boolean = false): void {
  const { type, versions = {} } = environment();
  const isNode = versions.node && !versions.electron && type !== "renderer";
  const isBrowser = "document" in globalThis || "importScripts" in globalThis;
  if (isBrowser && !isNode && !dangerouslyAllowBrowser) {
    invalidOption(
      "apiSecret",
      "is public in a browser: use a backend, or set dangerouslyAllowBrowser.",
    );
  }
}
