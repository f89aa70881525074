import { connect, type Socket } from "node:net";

const CONNECTIONS = 20;

/**
 * Sends the same request over and over, one at a time on each of 20 connections, with so little work of its own that the
 * server has a core to itself.
 *
 * @returns requests per second.
 * @throws when an answer is not HTTP 200, or a connection ends.
 */
export async function requestsPerSecond(
  url: string,
  message: string,
  seconds: number,
): Promise<number> {
  const { hostname, port } = new URL(url);
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      keepAsking(connect(Number(port), hostname), message, end),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function keepAsking(
  socket: Socket,
  message: string,
  end: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let received = 0;
    // The answers to one request are all of one length, so that only the first has to be read.
    let length: number | undefined;
    socket.setNoDelay(true);
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("A connection ended.")));
    socket.on("data", (chunk: Buffer) => {
      if (received === 0 && !chunk.subarray(0, 13).equals(OK))
        return reject(new Error(`Answered ${String(chunk).slice(0, 100)}`));
      length ??= lengthOf(String(chunk));
      received += chunk.length;
      if (received < length) return;
      if (received > length)
        return reject(new Error("Two answers differ in length."));
      received = 0;
      count++;
      if (performance.now() < end) return socket.write(message);
      resolve(count);
      socket.destroy();
    });
    socket.write(message);
  });
}

const OK = Buffer.from("HTTP/1.1 200 ");

function lengthOf(answer: string): number {
  const head = answer.indexOf("\r\n\r\n");
  return head + 4 + Number(/content-length: (\d+)/i.exec(answer)?.[1]);
}
