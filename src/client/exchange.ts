export const LARGEST_BODY = 1024 * 1024;

/** A response that was read to its end, or until it was larger than 1 MiB. */
export interface ReadResponse {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  /** The body, as far as it can be read. */
  text: string;
  /** What keeps it from being JSON: that is UTF-8, and we read no more than 1 MiB. */
  flaw: string | undefined;
}

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
    const bytes = await readBytes(reader);
    // A status such as 205 has no body to be read, whatever else the server sends.
    if (!body || bytes.length > LARGEST_BODY) close();
    return { status, headers, bytes, ...decode(bytes) };
  };
  try {
    return await race(receive());
  } catch (thrown) {
    close(thrown);
    throw thrown;
  }
}

async function readBytes(reader?: ReadableStreamDefaultReader<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader && size <= LARGEST_BODY) {
    const { value } = await reader.read();
    if (!value) break;
    chunks.push(value);
    size += value.length;
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) {
    size -= chunk.length;
    bytes.set(chunk, size);
  }
  return bytes;
}

function decode(bytes: Uint8Array): Pick<ReadResponse, "text" | "flaw"> {
  const textOf = (fatal: boolean) =>
    new TextDecoder("utf-8", { fatal }).decode(bytes);
  const flaw = bytes.length > LARGEST_BODY ? "is larger than 1 MiB" : undefined;
  try {
    return { text: textOf(true), flaw };
  } catch {
    return { text: textOf(false), flaw: flaw ?? "is not UTF-8" };
  }
}
