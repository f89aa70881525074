import { connect, type Socket } from "node:net";

/**
 * Sends the same request over and over, one at a time on each of 20 connections, with so little work of its own that the
 * server has a core to itself.
 *
 * @returns requests per second.
 * @throws {Error} a response is not HTTP 200, or a connection ends.
 */
export async function requestsPerSecond(
  port: number,
  message: string,
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const clients = Array.from({ length: 20 }, () =>
    countResponses(connect(port, "127.0.0.1"), message, end),
  );
  const counts = await Promise.all(clients);
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

async function countResponses(socket: Socket, message: string, end: number) {
  socket.setNoDelay(true);
  // The responses to one request have one length, so that only the first is parsed.
  let [count, received, length] = [0, 0, 0];
  socket.write(message);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    if (received === 0 && chunk.toString("latin1", 0, 13) !== "HTTP/1.1 200 ")
      throw new Error(`Answered ${String(chunk).slice(0, 100)}`);
    length ||= lengthOf(String(chunk));
    received += chunk.length;
    if (received < length) continue;
    if (received > length) throw new Error("Two responses differ in length.");
    received = 0;
    count++;
    if (performance.now() > end) return count;
    socket.write(message);
  }
  throw new Error("A connection ended.");
}

function lengthOf(response: string): number {
  const length = Number(/content-length: (\d+)/i.exec(response)?.[1]);
  return response.indexOf("\r\n\r\n") + 4 + length;
}
