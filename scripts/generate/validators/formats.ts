export interface Format {
  /** What a text of this format is, after "must be". */
  noun: string;
  regexp: RegExp;
  /** What else must hold of `text`, as JavaScript. */
  and?: string;
}

const regexp = (...parts: string[]) => new RegExp(`^${parts.join("")}$`, "i");

// No part of these can match the same text in two ways, and no loop holds a choice: either is slow, or overflows, on long texts.
const day30 = "(?:0[1-9]|[12]\\d|30)";
const leapYear =
  "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const date = `(?:\\d{4}-(?:(?:0[13-9]|1[0-2])-${day30}|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\\d|2[0-8]))|${leapYear}-02-29)`;
const hour = "(?:[01]\\d|2[0-3])";
const time = `${hour}:[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:z|[+-]${hour}(?::?[0-5]\\d)?)`;

const ipv4 = (octet: string) => `(?:${octet}\\.){3}${octet}`;
const strictOctet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const looseOctet = "(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)";

/** RFC 3986, `IPv6address`: eight groups, or seven at most around a `::`. An IPv4 address at the end stands for two. */
function ipv6(octet: string): string {
  const group = "[\\da-f]{1,4}";
  const v4 = ipv4(octet);
  const whole = `(?:${group}:){6}(?:${group}:${group}|${v4})`;
  const tooMany = ":*(?:[\\da-f]+:+){6}(?:[\\da-f]+:+[\\da-f]|\\d+\\.)";
  const shortened = `(?!${tooMany})(?:(?:${group}:){1,7}|:)(?::|(?::${group}){0,6}:(?:${group}|${v4}))`;
  return `(?:${whole}|${shortened})`;
}

/** RFC 3986, with a scheme. */
function uri(): string {
  const name = "\\w\\-.~!$&'()*+,;=";
  const host = `(?:\\[(?:${ipv6(looseOctet)}|v[\\da-f]+\\.[${name}:]+)\\]|[${name}%]*)`;
  const authority = `(?:[${name}:%]*@)?${host}(?::\\d*)?`;
  const segments = `[${name}:@%/]*`;
  const tail = `[${name}:@%/?]*`;
  return `[a-z][a-z\\d+\\-.]*:(?:\\/?\\/${authority}(?:\\/${segments})?|\\/?[${name}:@%]${segments})(?:\\?${tail})?(?:#${tail})?`;
}

/** Each agrees with ajv-formats. */
export const formats: Record<string, Format> = {
  "date-time": {
    noun: "a date and time with a time zone, as in 2026-03-13T12:30:00Z",
    regexp: regexp(date, "[t\\s]", time),
    and: `(text[17] !== "6" || isLeapSecond(text))`,
  },
  date: { noun: "a date, as in 2026-03-13", regexp: regexp(date) },
  time: {
    noun: "a time with a time zone, as in 12:30:00Z",
    regexp: regexp(time),
    and: `(text[6] !== "6" || isLeapSecond(text))`,
  },
  email: {
    noun: "an email address",
    regexp: regexp("[a-z\\d!#$%&'*+/=?^_`{|}~.-]+@[a-z\\d.-]+\\.[a-z\\d-]+"),
    // No part between dots is empty, and none behind the @ begins or ends with a hyphen.
    and: "!/^\\.|\\.\\.|\\.@|@[.-]|@.*(?:-\\.|\\.-)|-$/.test(text)",
  },
  uuid: {
    noun: "a UUID",
    regexp: regexp("(?:urn:uuid:)?[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}"),
  },
  uri: {
    noun: "an absolute URI, as in https://example.com/path",
    regexp: regexp(uri()),
    and: "!/%(?![\\da-f]{2})/i.test(text)",
  },
  hostname: {
    noun: "a host name",
    regexp: regexp(
      "(?=.{1,253}\\.?$)[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?(?:\\.[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?)*\\.?",
    ),
  },
  ipv4: { noun: "an IPv4 address", regexp: regexp(ipv4(strictOctet)) },
  ipv6: { noun: "an IPv6 address", regexp: regexp(ipv6(strictOctet)) },
};

/** The name of the function that tests a format, as in `isDateTime`. */
export function functionOf(format: string): string {
  return camelCase(`is-${format}`);
}

/** `check-date-time` → `checkDateTime` */
export function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
