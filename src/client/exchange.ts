import { LARGEST_BODY, readBody } from "../contract/read-response.js";
import type { ReadResponse } from "../contract/read-response.js";

/** Sends a request once, and reads the response. What ends the race closes the connection, even under a fetch that heeds no signal. */
export async function exchange(
  ownFetch: ((request: Request) => Promise<Response>) | undefined,
  url: string,
  parts: RequestInit,
  race: <Value>(work: Promise<Value>) => Promise<Value>,
): Promise<ReadResponse> {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const close = (reason?: unknown) => {
    controller.abort(reason);
    reader?.cancel().catch(() => {});
  };
  const receive = async () => {
    const init: RequestInit = {
      ...parts,
      // A redirect would take the credentials along.
      redirect: "manual",
      // A cache would give one customer's link to another. Older workerd refuses this.
      ...("cache" in Request.prototype && { cache: "no-store" }),
      signal: controller.signal,
    };
    // Looked up per call, not captured here, so that MSW and instrumentation work in any load order. Without a fetch of the
    // caller's own, a Request would only be built for fetch to take apart again.
    const { status, headers, body, type } = await (ownFetch
      ? ownFetch(new Request(url, init))
      : fetch(url, init));
    if (type === "error") throw new TypeError("network error");
    reader = body?.getReader();
    if (controller.signal.aborted) close();
    const read = await readBody(reader);
    // A status such as 205 has no body to be read, whatever else the server sends.
    if (!body || read.bytes.length > LARGEST_BODY) close();
    return { status, headers, ...read };
  };
  try {
    return await race(receive());
  } catch (thrown) {
    close(thrown);
    throw thrown;
  }
}
