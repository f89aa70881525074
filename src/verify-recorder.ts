import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What came back for one request. */
export interface Recording {
  request: unknown;
  status: number;
  body: string;
  /** In ms since 1970. */
  at: number;
}

export interface RecorderOptions {
  baseUrl: string;
  /** An Authorization header of the workflows → what to send in its place. */
  credentials: ReadonlyMap<string, string>;
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

const LARGEST_BODY = 1024 * 1024;

/**
 * Stands between Respect and the provider: keeps every answer, and puts in the credentials on the way, so that Respect, its
 * files and its messages never hold them.
 */
export async function startRecorder({
  baseUrl,
  credentials,
  timeoutMs,
  onRecording,
}: RecorderOptions): Promise<Recorder> {
  let stopped: string | undefined;

  async function forward(
    method: string,
    path: string,
    authorization: string | undefined,
    body: string,
  ): Promise<Response> {
    const headers = new Headers({
      Accept: "application/json",
      "Content-Type": "application/json",
    });
    if (authorization)
      headers.set(
        "Authorization",
        credentials.get(authorization) ?? authorization,
      );
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(baseUrl + path, {
      method,
      headers,
      body,
      signal,
      // The credentials would go along.
      redirect: "manual",
    });
    const text = await answer.text();
    if (text.length > LARGEST_BODY)
      throw new Error("the answer is larger than 1 MiB");
    stopped = onRecording({
      request: JSON.parse(body) as unknown,
      status: answer.status,
      body: text,
      at: Date.now(),
    });
    const type = answer.headers.get("content-type");
    return new Response(text, {
      status: answer.status < 200 ? 502 : answer.status,
      headers: type ? { "content-type": type } : {},
    });
  }

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => (body += text));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const asked = stopped
        ? Promise.reject(new Error(stopped))
        : forward(method, url, headers.authorization, body);
      asked
        .then(async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers));
          response.end(await answer.text());
        })
        .catch((error: unknown) => {
          stopped ??= whyNot(error);
          response.writeHead(502).end();
        });
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
function whyNot(error: unknown): string {
  const { name, message, cause } = error as Error & {
    cause?: { code?: string };
  };
  if (name === "TimeoutError") return "it did not answer in time";
  if (cause?.code) return `no answer (${cause.code})`;
  return message === "the answer is larger than 1 MiB" ? message : "no answer";
}
