/** @throws {TypeError} names the option that there is not, and those there are. */
export function rejectUnknown(options: object, known: string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new TypeError(
      `Unknown option ${unknown}: there are ${known.join(", ")}.`,
    );
}
