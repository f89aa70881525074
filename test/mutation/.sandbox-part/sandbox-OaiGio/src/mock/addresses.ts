/** As the client calls it, so that its links work from where it is. */
// @ts-nocheck

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
  return host.includes(":") ? `[${host}]` : host;
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

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/i;

/** Whether only this machine reaches what listens there. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(address);
}

/** Whether a Host header names this machine, and that port. A page whose name leads here after DNS rebinding sends its own. */
export function isLoopbackHost(
  host: string | undefined,
  port: number,
): boolean {
  const [, name = "", given = "80"] =
    /^(.*?)(?::(\d+))?$/.exec(host ?? "") ?? [];
  return isLoopbackAddress(name) && Number(given) === port;
}
