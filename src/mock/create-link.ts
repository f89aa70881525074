import type { PortalLink, PortalLinkRequest } from "../contract/generated.js";

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** @param seed Of a repeatable series of links; without one, each series is new. */
export function createLinks(seed: number | undefined) {
  let bits: (() => number) | undefined;
  let letters = "";
  const createId = (length: number) => {
    // On first use, because Workers have no random numbers while they load.
    bits ??= randomBits(seed);
    // Ids are cut out of one text, whose length decides which ids a seed gives.
    if (letters.length < length) letters = "";
    for (let missing = letters ? 0 : 1024 + length; missing > 0; missing--)
      letters += ALPHABET.charAt(bits() & 63);
    const id = letters.slice(0, length);
    letters = letters.slice(length);
    return id;
  };
  return (
    { customer_id, subscription_id }: PortalLinkRequest,
    portalUrl: string,
    expiresAt: number,
  ): PortalLink => ({
    id: `cpl_${createId(21)}`,
    session_id: `ses_${createId(21)}`,
    customer_id,
    ...(subscription_id !== undefined && { subscription_id }),
    link_url: portalUrl + createId(27),
    expires_at: new Date(expiresAt).toISOString().replace(".000", ""),
  });
}

/** Chris Doty-Humphrey's sfc32: small, fast, and passes PractRand. Nothing here is a secret. */
function randomBits(seed = Math.random() * 2 ** 52): () => number {
  let [a, b, c, counter] = [seed | 0, 0, 0x9e3779b9 | 0, 1];
  // Without floor, the seeds -1 and 2 ** 32 - 1 would give the same.
  b = Math.floor(seed / 2 ** 32) | 0;
  const bits = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum;
  };
  // Neighbouring seeds start out alike.
  for (let round = 0; round < 12; round++) bits();
  return bits;
}
