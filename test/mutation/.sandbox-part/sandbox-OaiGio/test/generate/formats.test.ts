// @ts-nocheck
// The formats are those of ajv-formats, and neither slow nor overflowing on long texts.
import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../../scripts/generate/validators/formats.js";
import { compiled } from "./compiled.js";

const SEED = 20_261_122;
type Check = (text: string) => boolean;

function byAjv(name: string): Check {
  const format = (fullFormats as Record<string, unknown>)[name];
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format === "function") return format as Check;
  return (format as { validate: Check }).validate;
}

/** What texts of the formats are made of, and what almost is. */
const PIECES = [
  ..."abcdef0123459:/?#@%.-+_~!$&'()*,;= \n\\^`{|}<>\"éTZtz[]v".split(""),
  ...["http:", "mailto:", "//", "%2f", "%G0", "127.0.0.1", "256.1.1.1", ":80"],
  ...["[::1]", "::", "1:2:3:4:5:6:7:8", "ffff:", "a@b.c", "example.com"],
  ...["2026-03-13", "2024-02-29", "12:30:00", "23:59:60", ".5", "+02:00"],
];
const pieces = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 12 })
  .map((all) => all.join(""));

const two = (max: number) =>
  fc
    .oneof({ weight: 9, arbitrary: fc.nat({ max }) }, fc.nat({ max: 99 }))
    .map((number) => `${number}`.padStart(2, "0"));
const year = fc
  .oneof(fc.nat({ max: 9999 }), fc.constantFrom(1900, 2000, 2024, 0, 4, 100))
  .map((number) => `${number}`.padStart(4, "0"));
const date = fc.tuple(year, two(12), two(31)).map((parts) => parts.join("-"));
const zone = fc.oneof(
  fc.constantFrom("Z", "z", "", "+0", "+02", "-0230"),
  fc
    .tuple(fc.constantFrom("+", "-"), two(23), two(59))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const time = fc
  .tuple(two(23), two(59), two(60), fc.constantFrom("", ".5", "."), zone)
  .map(
    ([hour, minute, second, fraction, zone]) =>
      `${hour}:${minute}:${second}${fraction}${zone}`,
  );
const address = fc
  .array(
    fc.constantFrom("1", "abcd", "12345", "1.2.3.4", "01.2.3.4", ":", "::"),
    { maxLength: 9 },
  )
  .map((all) => all.join(":").replaceAll(/:{3,}/g, "::"));
const RIGHT: Record<string, fc.Arbitrary<string>> = {
  date,
  time,
  "date-time": fc
    .tuple(date, fc.constantFrom("T", "t", " ", "\t", "  ", ""), time)
    .map((parts) => parts.join("")),
  ipv6: fc.oneof(fc.ipV6(), address),
  ipv4: fc.ipV4(),
  uri: fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    address.map((text) => `a://[${text}]/`),
  ),
  email: fc.emailAddress(),
  hostname: fc.domain(),
  uuid: fc.uuid(),
};

describe.each(Object.keys(formats))("%s", (name) => {
  test("agrees with ajv-formats", async () => {
    const validate = await compiled({ type: "string", format: name });
    const isValid = byAjv(name);
    const text = fc.oneof(pieces, {
      weight: 3,
      arbitrary: RIGHT[name] ?? fc.string(),
    });
    const verdicts = { true: 0, false: 0 };
    fc.assert(
      fc.property(text, (value) => {
        const verdict = isValid(value);
        verdicts[`${verdict}`]++;
        return (validate(value) === undefined) === verdict;
      }),
      { seed: SEED, numRuns: 10_000 },
    );
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(300);
  });

  test.each(["a", "1", "%41", "a.", ":", "/", "a:", "-", "a@", "\u{1f4a5}"])(
    "judges 8 MB of %j in a time that grows with its length",
    async (piece) => {
      const validate = await compiled({ type: "string", format: name });
      const long = piece.repeat(8_000_000 / piece.length);
      for (const text of [
        long,
        `a:${long}`,
        `a://${long}`,
        `a@${long}`,
        `${long}\n`,
      ]) {
        const start = performance.now();
        const [error] = validate(text) ?? [];
        expect(performance.now() - start).toBeLessThan(5000);
        // Not that of a check that broke off.
        expect(error?.keyword).toBeOneOf([undefined, "format"]);
      }
    },
    30_000,
  );
});
