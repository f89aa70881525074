// @ts-nocheck
import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo, Server } from "node:net";

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
