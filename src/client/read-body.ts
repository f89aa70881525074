import { decodeUtf8 } from "../contract/bytes.js";

const LARGEST_BODY = 1024 * 1024;

/** A body, read to its end or until it is larger than 1 MiB. */
export interface ReadBody {
  bytes: Uint8Array<ArrayBuffer>;
  isTooLarge: boolean;
}

export async function readBody(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let value: Uint8Array | undefined;
  do {
    ({ value } = (await reader?.read()) ?? {});
    if (value) chunks.push(value);
    size += value?.length ?? 0;
  } while (value && size <= LARGEST_BODY);
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return { bytes, isTooLarge: !!value };
}

/** The text of a body, as far as it can be read, and what keeps it from being JSON: that is UTF-8, and we read no more than 1 MiB. */
export function decodeBody({ bytes, isTooLarge }: ReadBody): {
  text: string;
  flaw: string | undefined;
} {
  const flaw = isTooLarge ? "is larger than 1 MiB" : undefined;
  try {
    return { text: decodeUtf8(bytes, true), flaw };
  } catch {
    return { text: decodeUtf8(bytes, false), flaw: flaw ?? "is not UTF-8" };
  }
}
