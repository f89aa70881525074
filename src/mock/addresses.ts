import { isLoopback } from "../contract/loopback.js";

/** As the client calls it, so that its links work from where it is. */
export function originOf(host: string | undefined): string | undefined {
  return host &&
    /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host) &&
    URL.canParse(`http://${host}`)
    ? `http://${host}`
    : undefined;
}

/** Every address of this machine includes its loopback one. */
export function connectableHost(host: string): string {
  if (host === "0.0.0.0" || host === "") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return inUrl(host);
}

/** Why nothing can listen there, and what to do. */
export function listenError(
  reason: string,
  host: string,
  port: number,
): string {
  if (reason === "EADDRINUSE")
    return `Port ${port} is in use: stop what listens there, or choose another one.`;
  if (reason === "EACCES")
    return `Port ${port} needs more rights: choose one above 1023.`;
  return `Nothing can listen on ${host} (${reason}): choose an address of this machine, such as 127.0.0.1.`;
}

/** Whether only this machine reaches what listens there. */
export function isLoopbackAddress(address: string): boolean {
  return isLoopback(`http://${inUrl(address)}`);
}

/** Whether a Host header names this machine, and that port. A page whose name leads here after DNS rebinding sends its own. */
export function isLoopbackHost(
  host: string | undefined,
  port: number,
): boolean {
  const origin = originOf(host);
  if (!origin) return false;
  const { href, port: given } = new URL(origin);
  return isLoopback(href) && Number(given || 80) === port;
}

function inUrl(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
