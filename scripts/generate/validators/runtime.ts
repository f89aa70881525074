import { formats, functionOf } from "./formats.js";

/** What generated code calls, as JavaScript. What calls others stands before them. */
const runtime: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(formats).map(([format, { regexp, and }]) => {
      const name = functionOf(format);
      return [
        name,
        `const ${name} = (text) => ${String(regexp)}.test(text)${and ? ` && ${and}` : ""};`,
      ];
    }),
  ),
  validate: `/** Runs a check. What throws while it is read, or is nested too deeply to be walked, is no JSON. */
const validate = (check, value) => {
  const errors = [];
  try {
    check(value, undefined, undefined, errors);
  } catch {
    return [{ path: [], keyword: "type", message: "must be plain JSON, neither cyclic nor nested too deeply" }];
  }
  for (const error of errors) {
    const keys = [];
    for (let path = error.path; path[0]; path = path[0]) keys.push(path[1]);
    error.path = keys.reverse();
  }
  return errors.length ? errors : undefined;
};`,
  fail: `/** A path is \`[path, key]\` until it is reported, so that a valid value costs little. */
const fail = (errors, path, keyword, message) => {
  errors.push({ path, keyword, message });
};`,
  isObject: `const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);`,
  codePoints: `const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};`,
  canonical: `/** A text that equal values share. */
const canonical = (value) =>
  Array.isArray(value)
    ? \`[\${value.map(canonical)}]\`
    : typeof value === "object" && value
      ? \`{\${Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key]))}}\`
      : typeof value === "string"
        ? JSON.stringify(value)
        : String(value);`,
  isLeapSecond: `/** A leap second ends a day in UTC. */
const isLeapSecond = (text) => {
  const [, hour, minute, sign = "+", hours = 0, minutes = 0] = /(\\d\\d):(\\d\\d):60(?:\\.\\d+)?(?:z|([+-])(\\d\\d):?(\\d\\d)?)$/i.exec(text);
  const offset = (sign + 1) * (hours * 60 + +minutes);
  return (hour * 60 + +minute - offset + 1441) % 1440 === 0;
};`,
};

/** Puts what the code calls before it. */
export function withRuntime(code: string): string {
  for (const [name, source] of Object.entries(runtime))
    if (new RegExp(`\\b${name}\\b`).test(code)) code = `${source}\n${code}`;
  return code;
}
