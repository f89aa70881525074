/** Whether a URL, as URL writes it, leads by http to this very machine. */
// @ts-nocheck

export function isLoopback(href: string): boolean {
  return /^http:\/\/(\[::1\]|127\.\d+\.\d+\.\d+|localhost)(:|\/|$)/.test(href);
}
