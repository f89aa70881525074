// Regular expressions for the contract's formats, so that the validators need no library at run time.
// A test holds them against ajv-formats, which Prism uses.

const pct = "%[0-9a-f]{2}";
const sub = "\\w\\-.~!$&'()*+,;="; // unreserved and sub-delims
const pchar = `(?:[${sub}:@]|${pct})`;
// An IP literal is held to its characters alone: its form would be a third of the whole, and nobody redirects there.
const host = `(?:\\[[${sub}:]+\\]|(?:[${sub}]|${pct})*)`;
const authority = `(?:(?:[${sub}:]|${pct})*@)?${host}(?::\\d*)?`;
const segments = `(?:\\/${pchar}*)*`;
const path = `(?:\\/?\\/${authority}${segments}|\\/(?:${pchar}+${segments})?|${pchar}+${segments})`;
const tail = `(?:[${sub}:@/?]|${pct})*`;

export const formats = {
  /** RFC 3986, absolute. */
  uri: new RegExp(
    `^[a-z][a-z0-9+\\-.]*:${path}(?:\\?${tail})?(?:#${tail})?$`,
    "i",
  ),
  /** RFC 3339, digit by digit: that there is no 31 February is left out. */
  "date-time":
    /^\d{4}-[01]\d-[0-3]\d[t ][0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?(z|[+-]\d\d(:?\d\d)?)$/i,
};
