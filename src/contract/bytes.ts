/** In the alphabet of atob: base64url has - and _ for + and /. */
export function fromBase64Url(text: string): string {
  return text.replaceAll("-", "+").replaceAll("_", "/");
}

/** The bytes of what atob gives: a letter for each. */
export function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(binary, (byte) => byte.charCodeAt(0));
}

/** @param fatal Whether to throw a TypeError where it is not UTF-8, instead of replacing what is not. */
export function decodeUtf8(
  bytes: Uint8Array<ArrayBuffer>,
  fatal: boolean,
): string {
  return new TextDecoder("utf-8", { fatal }).decode(bytes);
}
