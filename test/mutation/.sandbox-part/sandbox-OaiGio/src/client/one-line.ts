/** A text of bounded length without line breaks and other control characters, so that it is one line of a log. */
// @ts-nocheck

export function oneLine(text: string, longest: number): string {
  const line = text
    .slice(0, 2 * longest)
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}
