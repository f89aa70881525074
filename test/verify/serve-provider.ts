import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Provider } from "./faulty-providers.js";

/** Serves a handler on loopback. */
export async function serve(provider: Provider) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const asked = new Request(`http://127.0.0.1${url}`, {
        method,
        headers: headers as Record<string, string>,
        body: Buffer.concat(chunks),
      });
      provider(asked)
        .then(async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers));
          response.end(Buffer.from(await answer.arrayBuffer()));
        })
        .catch((error: unknown) => response.destroy(error as Error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
