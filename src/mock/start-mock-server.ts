import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createMockApi } from "./create-mock-api.js";
import {
  connectableHost,
  isLoopbackAddress,
  listenError,
  originOf,
} from "./addresses.js";
import type { MockControls } from "./mock-controls.js";
import type { IncomingRequest } from "./incoming-request.js";
import { problem, type MockAnswer } from "./answers.js";
import { logLine } from "./log-line.js";
import type { MockOptions } from "./options.js";
import { LARGEST_REQUEST } from "./validate-request.js";
import { invalidOption } from "../contract/invalid-option.js";
import { memoizeLast } from "../contract/memoize-last.js";

export interface MockServerOptions extends MockOptions {
  /** @default 0, a free one */
  port?: number | undefined;
  /** Where to listen. @default 127.0.0.1, this machine alone */
  host?: string | undefined;
  /** Gets a line for each request, without credentials, links or sessions. @default nothing is logged */
  log?: ((line: string) => void) | undefined;
}

export interface MockServer extends MockControls {
  /** For the client's `baseUrl`. A path may follow, such as `/2.0`. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and every connection at once. */
  close: () => Promise<void>;
}

/**
 * Serves the mock over HTTP, under Node, Bun or Deno. Its links lead to the server itself, which plays the portal.
 *
 * @throws {TypeError} an option is unusable; the message says what to do.
 * @throws {Error} it cannot listen there, for example because the port is in use.
 * @example
 * const mock = await startMockServer();
 * const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", baseUrl: mock.url });
 */
export async function startMockServer(
  options: MockServerOptions = {},
): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1", latencyMs = 0, log } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    invalidOption("port", "must be a whole number from 0 to 65535.");
  const { dequeue, answer, controls } = createMockApi(options);
  let origin = "";
  let loopbackPort: number | undefined;

  // Mostly it is called by the same name.
  const portalUrlFor = memoizeLast(
    (host: string | undefined) => `${originOf(host) ?? origin}/portal/`,
  );

  function respond(
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
    response: ServerResponse,
  ) {
    const started = Date.now();
    const sent = answerSafely(incoming, queued);
    const send = () => {
      logRequest(incoming, sent, Date.now() - started);
      // Bun would send an empty answer for a response that is destroyed.
      if (sent.fault === "connectionLost") response.socket?.destroy();
      if (sent.fault) return;
      const { status, headers, body } = sent;
      const length = body && { "content-length": Buffer.byteLength(body) };
      response.writeHead(status, { ...headers, ...length }).end(body);
    };
    if (latencyMs === 0) return sendSoon(send);
    const timer = setTimeout(send, latencyMs);
    response.once("close", () => clearTimeout(timer));
  }

  // Answers that are ready together are sent together: each by itself would wake its reader, which takes longer than the answer.
  let ready: (() => void)[] = [];
  function sendSoon(send: () => void): void {
    if (ready.push(send) > 1) return;
    setImmediate(() => {
      const all = ready;
      ready = [];
      for (const send of all) send();
    });
  }

  /** Whatever goes wrong in the mock must not end the process around it: a clock of the caller's own may throw. */
  function answerSafely(
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
  ): MockAnswer {
    try {
      return answer(incoming, queued);
    } catch (error) {
      return problem(500, "The mock failed", (error as Error).message);
    }
  }

  function logRequest(
    incoming: IncomingRequest,
    sent: MockAnswer,
    ms: number,
  ): void {
    try {
      log?.(logLine(incoming, sent, ms));
    } catch {
      // Whoever reads the log must not take the mock down.
    }
  }

  const server = nodeHttp().createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    const queued = dequeue(method, url);
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      // Of a body that is too large the rest is read as well: a client that is still writing would not see the answer.
      if (size - chunk.length <= LARGEST_REQUEST) chunks.push(chunk);
    });
    request.once("end", () => {
      const incoming = {
        method,
        url,
        headers: flattenHeaders(headers),
        body: textOf(chunks),
        portalUrl: options.portalUrl ?? portalUrlFor(headers.host),
        loopbackPort,
      };
      respond(incoming, queued, response);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) =>
      reject(new Error(listenError(error.code ?? error.message, host, port))),
    );
    server.listen(port, host, resolve);
  });
  const { port: listening, address } = server.address() as AddressInfo;
  origin = `http://${connectableHost(host)}:${listening}`;
  if (isLoopbackAddress(address)) loopbackPort = listening;
  return Object.assign(controls, { url: origin, port: listening, close });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

/** Looked up, not imported, so that a bundle for a browser or a Worker can hold the handler beside it. */
function nodeHttp(): typeof import("node:http") {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (id: string) => unknown };
  };
  const http = process?.getBuiltinModule?.("node:http");
  if (!http)
    throw new TypeError(
      "startMockServer needs node:http: hand createMockHandler() to this runtime's own server.",
    );
  return http as typeof import("node:http");
}

/** Node keeps Set-Cookie, which no request has, in pieces. */
function flattenHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const pieces = headers["set-cookie"];
  return {
    ...headers,
    ...(pieces && { "set-cookie": pieces.join(", ") }),
  } as Record<string, string>;
}

function textOf(chunks: readonly Uint8Array[]): string {
  const [only] = chunks;
  return chunks.length === 1 ? String(only) : Buffer.concat(chunks).toString();
}
