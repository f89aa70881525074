import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".yaml": "application/yaml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Serves the files of a folder on loopback, and none of the folders in it.
 *
 * @throws {Error} the port is in use.
 */
export async function serveFolder(folder: string, port = 0) {
  const server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").slice(1).split("?");
    const name = path || "index.html";
    // A file name without slashes cannot leave the folder.
    const file = /^[\w.-]+$/.test(name)
      ? readFile(join(folder, name))
      : Promise.reject(new Error("Not a name."));
    file.then(
      (content) => {
        const type = TYPES[extname(name)] ?? "application/octet-stream";
        response.writeHead(200, { "Content-Type": type }).end(content);
      },
      () => response.writeHead(404).end("Not found"),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(
              `Port ${port} is in use: stop what listens there, or choose another one with --port.`,
            )
          : error,
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
