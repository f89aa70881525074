import type { AddressInfo } from "node:net";
import { redactor } from "../contract/redact.js";
import { isLoopbackAddress, LINK_PATH, listenError } from "./addresses.js";
import { pathOf, type ServerAddress } from "./addresses.js";
import { LARGEST_REQUEST, problem } from "./answers.js";
import type { IncomingRequest, MockAnswer } from "./answers.js";
import type { MockControls } from "./control-api.js";
import { createMockApi } from "./mock-api.js";
import { checkOptions, type MockOptions } from "./options.js";
import { PORTAL_PATH } from "./portal.js";
import { secretsOf } from "./request-log.js";

export interface MockServerOptions extends MockOptions {
  /** @default 0, a free one */
  port?: number | undefined;
  /** Where to listen. @default 127.0.0.1, this machine alone */
  host?: string | undefined;
  /** Gets a line for each request, without credentials, links or sessions. @default nothing is logged */
  log?: ((line: string) => void) | undefined;
}

export interface MockServer extends MockControls {
  /** For the client's `baseUrl`; a path may follow, such as `/2.0`. In a browser it is the home page. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and every connection at once. */
  close: () => Promise<void>;
}

/**
 * Serves the mock over HTTP, under Node, Bun or Deno. Its links lead to the server itself, which plays the portal.
 * @throws {TypeError} an option is unknown or unusable; the message says what to do.
 * @throws {Error} it cannot listen there, for example because the port is in use.
 * @example
 * const mock = await startMockServer();
 * const kwik = createKwikClient({ apiKey: "key", apiSecret: "secret", baseUrl: mock.url });
 */
export async function startMockServer(
  options: MockServerOptions = {},
): Promise<MockServer> {
  checkOptions(options, ["port", "host", "log"]);
  const { port = 0, host = "127.0.0.1", latencyMs = 0 } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new TypeError("port must be a whole number from 0 to 65535.");
  if (typeof host !== "string") throw new TypeError("host must be a string.");
  // Looked up, not imported, so that a bundle for a browser or a Worker can hold the handler beside it.
  const { process } = globalThis as { process?: NodeJS.Process };
  const http = process?.getBuiltinModule?.("node:http");
  if (!http) throw new TypeError(NO_HTTP);
  const address: ServerAddress = { origin: "" };
  const { receive, controls } = createMockApi(options, address);
  const log = createLog(options);

  const server = http.createServer((request, response) => {
    const { method = "", url = "" } = request;
    // Node keeps Set-Cookie, which no request has, in pieces.
    const headers = request.headers as Record<string, string>;
    const incoming = { method, url, headers, body: "" };
    const answer = receive(incoming);
    request.setEncoding("utf8").on("data", (chunk: string) => {
      // Of a body that is too large the rest is read as well: a client that is still writing would not see the answer.
      if (incoming.body.length <= LARGEST_REQUEST) incoming.body += chunk;
    });
    request.once("end", () => {
      const started = Date.now();
      let sent: MockAnswer;
      try {
        sent = answer();
      } catch (error) {
        // A clock of the caller's own may throw, which must not end the process.
        sent = problem(500, (error as Error).message);
      }
      const send = () => {
        log(incoming, sent, Date.now() - started);
        // Bun would send an empty answer for a response that is destroyed.
        if (sent.fault === "connectionLost") response.socket?.destroy();
        if (sent.fault) return;
        response.statusCode = sent.status;
        for (const [name, value] of Object.entries(sent.headers))
          response.setHeader(name, value);
        response.end(sent.body);
      };
      // Without latency no answer waits for a timer, which a test may have faked.
      if (latencyMs === 0) return send();
      const timer = setTimeout(send, latencyMs);
      response.once("close", () => clearTimeout(timer));
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) =>
      reject(new Error(listenError(error.code ?? error.message, host, port))),
    );
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  // Every address of this machine includes its loopback one.
  const names = { "": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "[::1]" };
  const own = host.includes(":") ? `[${host}]` : host;
  const url = `http://${names[host as "::"] ?? own}:${bound.port}`;
  address.origin = url;
  if (isLoopbackAddress(bound.address)) address.loopbackPort = bound.port;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(controls, { url, port: bound.port, close });
}

const NO_HTTP =
  "startMockServer needs node:http: hand createMockHandler() to this runtime's own server.";

/** Logs lines such as "POST /customer-portal/link 200 cus_abc123 sub_abc123 (1 ms)". */
function createLog({ log, ...options }: MockServerOptions) {
  // Mostly the same client asks again.
  let last: string | undefined;
  let redact = redactor(secretsOf(last, options));
  return (incoming: IncomingRequest, sent: MockAnswer, ms: number): void => {
    if (!log) return;
    const { authorization } = incoming.headers;
    if (authorization !== last)
      redact = redactor(secretsOf(authorization, options));
    last = authorization;
    const show = (text: string, most: number) =>
      redact(text).replace(/\p{C}/gu, "?").slice(0, most);
    const path = pathOf(incoming.url);
    let shown = PORTAL_PATH.test(path) ? "/portal/…" : show(path, 100);
    if (path.endsWith(LINK_PATH)) shown = LINK_PATH;
    const what = `${incoming.method} ${shown} ${sent.fault ?? sent.status}`;
    try {
      // Faked time may go back.
      log(`${what} ${show(sent.note, 300)} (${Math.max(ms, 0)} ms)`);
    } catch {
      // Whoever reads the log must not take the mock down.
    }
  };
}
