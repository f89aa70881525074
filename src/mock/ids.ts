const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** Makes an id of so many characters, each time another one. */
export type CreateId = (length: number) => string;

/** Many ids are cut out of one text, which is faster than to make each. */
const LETTERS_AT_A_TIME = 1024;

/** @param seed Of a repeatable series; without one, each series is new. */
export function createIds(seed: number | undefined): CreateId {
  // On first use, because Workers have no random numbers while they load.
  let bits: (() => number) | undefined;
  let letters = "";
  let used = 0;
  return (length) => {
    if (used + length > letters.length) {
      bits ??= randomBits(seed);
      const codes = [];
      while (codes.length < LETTERS_AT_A_TIME + length)
        codes.push(ALPHABET.charCodeAt(bits() & 63));
      letters = String.fromCharCode(...codes);
      used = 0;
    }
    used += length;
    return letters.slice(used - length, used);
  };
}

/** Chris Doty-Humphrey's sfc32: small, fast, and passes PractRand. */
function randomBits(seed: number | undefined): () => number {
  // Nothing here is a secret, and Web Crypto takes 2 ms to load.
  const words =
    seed === undefined
      ? Array.from({ length: 4 }, () => Math.random() * 2 ** 32)
      : [seed, seed / 2 ** 32, 0x9e3779b9, 1];
  let [a = 0, b = 0, c = 0, counter = 0] = words.map(
    (word) => Math.floor(word) | 0,
  );
  const bits = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum;
  };
  // Neighbouring seeds start out alike.
  for (let round = 0; round < 12; round++) bits();
  return bits;
}
