import { tryStringify } from "../contract/values.js";
import { mockAnswerNames, namedAnswer } from "./answers.js";
import type { MockAnswer, MockAnswerName } from "./answers.js";

export interface NextOptions {
  /** Stands in for the HTTP status, which the API does not document for any failure. @default the answer's own */
  status?: number | undefined;
  /** Stand in for the answer's own headers of the same name. */
  headers?: Record<string, string> | undefined;
  /** How many requests are answered so: a client that retries asks more than once. @default 1 */
  times?: number | undefined;
}

const FIELDS = ["name", "body", "status", "headers", "times"];

/** @throws {TypeError} it cannot be answered so; the message says what can. */
export function readNext(
  next: NextOptions & { name?: MockAnswerName; body?: unknown },
): MockAnswer[] {
  const { name, body, status, headers = {}, times = 1 } = next;
  const isKnown = Object.keys(next).every((field) => FIELDS.includes(field));
  if (!isKnown || (name === undefined) === !("body" in next))
    throw new TypeError("next takes name or body, and status, headers, times.");
  if (name !== undefined && !mockAnswerNames.includes(name))
    throw new TypeError(`name must be one of ${mockAnswerNames.join(", ")}.`);
  if (status !== undefined && !isWithin(status, 200, 599))
    throw new TypeError("status must be an HTTP status from 200 to 599.");
  if (!isWithin(times, 1, 1000))
    throw new TypeError("times must be a whole number from 1 to 1000.");
  const answer = name === undefined ? customAnswer(body) : namedAnswer(name);
  answer.headers = { ...answer.headers, ...readHeaders(headers) };
  answer.status = status ?? answer.status;
  // These have no body, and a Response refuses to have one.
  if ([204, 205, 304].includes(answer.status)) answer.body = "";
  return Array<MockAnswer>(times).fill(answer);
}

const isWithin = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;

/** A text is sent as it is, so that it need not be JSON. */
function customAnswer(value: unknown): MockAnswer {
  const isText = typeof value === "string";
  const type = isText ? "text/plain; charset=utf-8" : "application/json";
  const headers = { "content-type": type };
  const body = isText ? value : tryStringify(value);
  if (body !== undefined)
    return { status: 200, headers, body, note: "a body, as asked" };
  throw new TypeError("body must be a text, or a value that JSON can hold.");
}

/** What the server sets itself, or what belongs to the connection. */
const SERVERS_OWN =
  /^(content-length|transfer-encoding|connection|keep-alive|trailer|upgrade)$/i;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const CARRIED = /^[\t\x20-\x7e\x80-\xff]*$/;
const NOT_CARRIED = "headers must be names and values that HTTP can carry.";

function readHeaders(given: object): Record<string, string> {
  const headers: Record<string, string> = {};
  if (typeof given !== "object" || !given) throw new TypeError(NOT_CARRIED);
  for (const [name, value] of Object.entries(given)) {
    const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
    const isText = typeof value === "string" || typeof value === "number";
    if (!isText || !CARRIED.test(text) || !TOKEN.test(name))
      throw new TypeError(NOT_CARRIED);
    headers[name.toLowerCase()] = text;
  }
  const own = Object.keys(headers).find((name) => SERVERS_OWN.test(name));
  if (own) throw new TypeError(`headers must leave ${own} to the server.`);
  return headers;
}
