import { quietly } from "./quietly.js";
import { readBody, type ReadBody } from "./read-body.js";

/** A response that was read. */
export interface ReadResponse extends ReadBody {
  status: number;
  headers: Headers;
}

export type Fetch = (request: Request) => Promise<Response>;
export type RequestParts = Pick<RequestInit, "method" | "headers"> & {
  body: string;
};

/** Sends a request once, and reads the response. To cancel it closes the connection, even under a fetch that heeds no signal. */
export function exchange(
  fetch: Fetch | undefined,
  url: string,
  parts: RequestParts,
): { response: Promise<ReadResponse>; cancel: () => void } {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const cancel = () => {
    controller.abort();
    void quietly(() => reader?.cancel());
  };

  async function receive(): Promise<ReadResponse> {
    const init: RequestInit = {
      ...parts,
      // Deno's fetch repeats a POST on a kept-alive connection that was lost, unless its body is a stream.
      ...("Deno" in globalThis && {
        body: new Blob([parts.body]).stream(),
        duplex: "half",
      }),
      redirect: "manual",
      signal: controller.signal,
    };
    // Looked up per call, not captured here, so that MSW and instrumentation work in any load order. Without a fetch of the
    // caller's own, a Request would only be built for fetch to take apart again.
    const response = await (fetch
      ? fetch(new Request(url, init))
      : globalThis.fetch(url, init));
    const { status, headers, body, type } = response;
    if (type === "error") throw new TypeError("network error");
    reader = body?.getReader();
    if (controller.signal.aborted) cancel();
    const read = await readBody(reader);
    // A status such as 205 has no body to be read, whatever else the server sends.
    if (read.isTooLarge || !body) cancel();
    return { status, headers, ...read };
  }

  return { response: receive(), cancel };
}
