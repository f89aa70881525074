import { validatePortalLinkRequest } from "../contract/generated.js";
import { asRecord, tryStringify } from "../contract/values.js";
import { sentenceOf, violationsOf } from "../contract/violations.js";
import { failureAnswer } from "./answers.js";

/** How a request is refused, in the vendor's envelope. @param body The text as JSON; `undefined` when it is none. */
export function refusalOf(text: string, body: unknown, type = "") {
  if (type && !isJson(type))
    return wrongLayout("content-type", "must be application/json", 415);
  if (!text) return wrongLayout("body", "is missing", 422);
  if (!type) return wrongLayout("content-type", "is missing", 422);
  if (body === undefined) return wrongLayout("body", "is not JSON", 400);
  const all = violationsOf(validatePortalLinkRequest, body);
  // An unknown field may be called "".
  if (all.some(({ field, rule }) => !field && rule === "type"))
    return wrongLayout("body", "must be an object", 422);
  if (all.length === 0) return undefined;
  // A message must stay readable, and a hostile one must not take long.
  const violations = all.slice(0, 100);
  const errors = violations.map(({ field, rule, message }) => {
    const sentence = `${field || '""'} ${message}.`;
    return [field, { message: sentence, rule }] as const;
  });
  // JSON may be nested deeper than it can be written again.
  const record = tryStringify(body) ? asRecord(body) : {};
  // The envelope has room for one rule of a field, the first.
  const ordered = [...new Map(errors.reverse())].reverse();
  const detail = { record, errors: Object.fromEntries(ordered) };
  return failureAnswer("validationFailed", sentenceOf(violations), detail);
}

function wrongLayout(part: string, message: string, status: number) {
  const sentence = `The ${part.replace("-", " ")} ${message}.`;
  const errors = { [part]: { message: sentence, rule: "layout" } };
  const detail = { record: {}, errors };
  const reason = `${part} ${message}`;
  return failureAnswer("invalidBodyLayout", reason, detail, status);
}

/** A charset other than UTF-8 is none of JSON's, RFC 8259. */
export function isJson(type: string): boolean {
  const json = /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?)?$/i;
  return json.test(type);
}
