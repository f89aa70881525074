/**
 * Reads an RFC 3339 time to the letter, where the contract's format leaves the lengths of the months out.
 *
 * @returns ms since 1970, or `undefined` when it is no such time.
 */
export function parseRfc3339(text: string): number | undefined {
  const [, date = "", day = "", time = "", seconds = "", zone = ""] =
    /^(\d{4}-\d\d-(\d\d))[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(
      text,
    ) ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March, and knows no leap second.
  if (midnight.getUTCDate() !== Number(day)) return undefined;
  const second = seconds === "60" ? "59" : seconds;
  const ms = Date.parse(`${date}T${time}:${second}${zone.toUpperCase()}`);
  return Number.isNaN(ms) ? undefined : ms;
}
