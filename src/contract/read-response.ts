export const LARGEST_BODY = 1024 * 1024;

/** A body that was read to its end, or until it was larger than 1 MiB. */
export interface ReadBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** As far as it can be read. */
  text: string;
  /** What keeps it from being JSON: that is UTF-8, and we read no more than 1 MiB. */
  flaw?: string | undefined;
}

export type ReadResponse = ReadBody & Pick<Response, "status" | "headers">;

/** Reads a body to its end. What is larger than 1 MiB is left for the caller to cancel. */
export async function readBody(
  reader?: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadBody> {
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
  const textOf = (fatal: boolean) =>
    new TextDecoder("utf-8", { fatal }).decode(bytes);
  const flaw = bytes.length > LARGEST_BODY ? "is larger than 1 MiB" : undefined;
  try {
    return { bytes, text: textOf(true), flaw };
  } catch {
    return { bytes, text: textOf(false), flaw: flaw ?? "is not UTF-8" };
  }
}

/** A Retry-After header in ms: seconds or, in one of the three forms of RFC 9110, a date; one that has passed means now. */
export function retryAfter(value: string | null, now: number) {
  const seconds = decimal(value);
  if (seconds !== undefined) return seconds * 1000;
  if (!value || !/^[A-Z].*:\d\d \w+$/.test(value)) return undefined;
  // The oldest form names no time zone, and means GMT as well.
  const date = Date.parse(value.replace(/( GMT)?$/, " GMT"));
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export function decimal(value: string | null): number | undefined {
  return value && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
