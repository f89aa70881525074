// What tests of servers share.
import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { serverUrl } from "../src/contract/generated.js";

/** Listens on a free port of loopback, until it is disposed of. */
export async function listen(server: Server) {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      (server as Partial<HttpServer>).closeAllConnections?.();
      server.close();
      await once(server, "close");
    },
  };
}

interface LinkRequestOptions {
  /** Beside, or instead of, credentials and content type. */
  headers?: Record<string, string>;
  /** Without a trailing slash. @default the contract's server */
  baseUrl?: string;
  signal?: AbortSignal;
}

/** A request to create a link, of any body: what the package's client would refuse to send. */
export function linkRequest(
  body: unknown = { customer_id: "c" },
  { headers, baseUrl = serverUrl, signal }: LinkRequestOptions = {},
): Request {
  return new Request(`${baseUrl}/customer-portal/link`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa("test_key:test_secret")}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body:
      typeof body === "string" || body === null ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
}
