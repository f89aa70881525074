import type { paths } from "../contract/generated.js";
import { isLoopback } from "../contract/judge.js";
import { decodePercent } from "../contract/redact.js";

export const LINK_PATH = "/customer-portal/link" satisfies keyof paths;

/** Of an absolute URL or a path, decoded, without the query. */
export const pathOf = (url: string) =>
  decodePercent(url.replace(/^[a-z]+:\/\/[^/]*|[?#].*/gis, ""));

/** How a server is reached from here, and its port, if this machine alone can reach it. */
export type ServerAddress = { origin: string; loopbackPort?: number };

/** The server as its caller named it; `undefined` for a header that is no host. */
export function originOf(host = ""): string | undefined {
  const origin = `http://${host}`;
  const isHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
  return isHost && URL.canParse(origin) ? origin : undefined;
}

/** Whether only this machine reaches what listens there. */
export function isLoopbackAddress(address: string): boolean {
  const url = `http://${address.includes("::") ? `[${address}]` : address}`;
  return URL.canParse(url) && isLoopback(new URL(url).href);
}

/** Why a Host header is refused. A page whose name leads here after DNS rebinding sends its own. */
export function hostRefusal(given?: string, ownPort?: number, portalUrl = "") {
  const origin = originOf(given);
  const { href, host, port } = new URL(origin ?? "http://unreadable");
  const isNamed = origin && portalUrl && host === new URL(portalUrl).host;
  if (ownPort === undefined || isNamed) return undefined;
  if (!isLoopback(href))
    return "On loopback it must be called localhost, 127.0.0.1 or [::1], or as portalUrl (--portal-url) says.";
  return Number(port || 80) === ownPort
    ? undefined
    : `It is called on port ${port || 80}, but listens on ${ownPort}: behind a forwarded port, start it with portalUrl (--portal-url).`;
}

/** Why nothing can listen there, and what to do. */
export function listenError(reason: string, host: string, port: number) {
  if (reason === "EADDRINUSE")
    return `Port ${port} is in use: stop what listens there, or choose another one with port (--port).`;
  if (reason === "EACCES")
    return `Port ${port} needs more rights: choose one above 1023 with port (--port).`;
  return `Nothing can listen on ${host} (${reason}): choose an address of this machine, such as 127.0.0.1, with host (--host).`;
}
