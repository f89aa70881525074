// What the validators call. Ajv's fast formats are lax (they take a 30 February), and its full ones cost twice as much.
// No part of these can match a text in two ways, and no loop holds a choice: either is slow on long texts.
/** RFC 3986, with a scheme. */
const URI =
  /^[a-z][a-z\d+\-.]*:(?:\/?\/(?:[\w\-.~!$&'()*+,;=:%]*@)?(?:\[(?:(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?!:*(?:[\da-f]+:+){6}(?:[\da-f]+:+[\da-f]|\d+\.))(?:(?:[\da-f]{1,4}:){1,7}|:)(?::|(?::[\da-f]{1,4}){0,6}:(?:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))))|v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+)\]|[\w\-.~!$&'()*+,;=%]*)(?::\d*)?(?:\/[\w\-.~!$&'()*+,;=:@%/]*)?|\/?[\w\-.~!$&'()*+,;=:@%][\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i;
const BAD_ESCAPE = /%(?![\da-f]{2})/i;

/** RFC 3339, as Ajv reads it: an offset may lack its colon or its minutes. */
const DATE_TIME =
  /^(?:\d{4}-(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[t\s](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

export const uri = (text: string) => URI.test(text) && !BAD_ESCAPE.test(text);

export function dateTime(text: string): boolean {
  if (!DATE_TIME.test(text) || text[17] !== "6") return DATE_TIME.test(text);
  // A leap second ends a day in UTC.
  const before = new Date(text.toUpperCase().replace(":60", ":59"));
  return /T23:59/.test(before.toJSON());
}

export function append(errors: unknown[], more: unknown[]): unknown[] {
  for (const error of more) errors.push(error);
  return errors;
}

/** Code points, which is what JSON Schema counts. */
export const codePoints = (text: string) =>
  /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
