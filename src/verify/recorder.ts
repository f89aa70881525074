import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "../client/read-body.js";

/** What came back for one request. */
export interface Recording {
  request: unknown;
  status: number;
  /** Empty when it was longer than 1 MiB, or not UTF-8. */
  body: string;
  /** In ms since 1970. */
  at: number;
}

export interface RecorderOptions {
  baseUrl: string;
  /** The one path that is asked. */
  path: string;
  /** An Authorization header of the workflows → what to send in its place. */
  credentials: ReadonlyMap<string, string>;
  /** How many requests there are. */
  most: number;
  timeoutMs: number;
  /** @returns why nothing more may be sent, if so. */
  onRecording: (recording: Recording) => string | undefined;
}

export interface Recorder {
  url: string;
  /** Why the provider could not be asked any further. */
  stopped: () => string | undefined;
  close: () => Promise<void>;
}

/**
 * Stands between Respect and the provider: keeps every answer, and puts in the credentials on the way, so that Respect, its
 * files and its messages never hold them. It passes on what the workflows send and nothing else, one request at a time.
 */
export async function startRecorder({
  baseUrl,
  path,
  credentials,
  most,
  timeoutMs,
  onRecording,
}: RecorderOptions): Promise<Recorder> {
  let stopped: string | undefined;
  let sent = 0;
  let turn = Promise.resolve("");

  async function forward(
    authorization: string | undefined,
    body: string,
  ): Promise<string> {
    if (stopped || sent === most) throw new Error("Nothing more is sent.");
    sent++;
    const headers = new Headers({
      Accept: "application/json",
      "Content-Type": "application/json",
    });
    const real = credentials.get(authorization ?? "");
    if (real) headers.set("Authorization", real);
    const answer = await fetch(baseUrl + path, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
      // The credentials would go along.
      redirect: "manual",
    });
    const { status } = answer;
    const read = await readBody(answer.body?.getReader());
    const text = read.isTooLarge ? "" : new TextDecoder().decode(read.bytes);
    const request: unknown = JSON.parse(body);
    stopped = onRecording({ request, status, body: text, at: Date.now() });
    return text;
  }

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => (body += text));
    request.on("end", () => {
      const { method, url, headers } = request;
      const { authorization } = headers;
      // Whoever else found the port knows none of the placeholders.
      const isOurs =
        method === "POST" &&
        url === path &&
        (authorization === undefined || credentials.has(authorization));
      if (!isOurs) return void response.writeHead(403).end();
      turn = turn
        .catch(() => "")
        .then(() => forward(authorization, body))
        .catch((error: unknown) => {
          stopped ??= fetchError(error);
          throw error;
        });
      turn.then(
        // Respect's criteria look at the body alone; for some statuses it would not read one.
        (text) =>
          response
            .writeHead(200, { "content-type": "application/json" })
            .end(text),
        () => response.writeHead(502).end(),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stopped: () => stopped,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The code alone: a message may hold anything. */
function fetchError(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  if (name === "TimeoutError") return "it did not answer in time";
  return cause?.code ? `no answer (${cause.code})` : "no answer";
}
