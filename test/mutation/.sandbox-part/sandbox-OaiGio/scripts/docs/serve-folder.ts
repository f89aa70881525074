// @ts-nocheck
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".yaml": "application/yaml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** As a host compresses on the fly: the best quality takes seconds for the interactive page. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const ENCODINGS: Record<string, (content: Buffer) => Promise<Buffer>> = {
  br: (content) => promisify(brotliCompress)(content, quality),
  gzip: (content) => promisify(gzip)(content),
};

/**
 * Serves the files of a folder on loopback, compressed, and none of the folders in it.
 *
 * @throws {Error} the port is in use.
 */
export async function serveFolder(folder: string, port = 0) {
  const server = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").slice(1).split("?");
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const [encoding, compress] =
      Object.entries(ENCODINGS).find(([name]) =>
        new RegExp(`\\b${name}\\b`).test(accepted),
      ) ?? [];
    const send = async (status: number, name: string) => {
      // A file name without slashes cannot leave the folder.
      if (!/^[\w.-]+$/.test(name)) throw new Error("Not a name.");
      const content = await readFile(join(folder, name));
      const body = compress ? await compress(content) : content;
      response.writeHead(status, {
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        ...(encoding && { "Content-Encoding": encoding }),
      });
      response.end(body);
    };
    send(200, path || "index.html")
      .catch(() => send(404, "404.html"))
      .catch(() => response.writeHead(404).end("Not found"));
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
