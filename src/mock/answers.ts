import { examples, type ErrorDetail } from "../contract/generated.js";

export interface IncomingRequest {
  method: string;
  /** Absolute, or the path alone. */
  url: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

/** An answer of the mock, before it becomes a Response or goes down a socket. */
export interface MockAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What the log says about it. */
  note: string;
  /** What happens instead of an answer. */
  fault?: "timeout" | "connectionLost";
}

export function jsonAnswer(status: number, body: unknown, note: string) {
  const headers = { "content-type": "application/json" };
  return { status, headers, body: JSON.stringify(body), note };
}

const TITLES: Record<number, string> = {
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  413: "Content too large",
  415: "Unsupported media type",
  422: "Unknown answer",
  500: "The mock failed",
};

/** The mock itself speaks (RFC 9457), where the API would not be asked at all. */
export function problem(status: number, detail: string, more = {}): MockAnswer {
  const body = { type: "about:blank", title: TITLES[status], status, detail };
  const headers = { "content-type": "application/problem+json", ...more };
  return { ...jsonAnswer(status, body, detail), headers };
}

/** In characters. As Prism's. */
export const LARGEST_REQUEST = 10 * 1024 * 1024;
export const tooLarge = problem(413, "A body may have 10 MB.");

const TEXT = { "content-type": "text/plain; charset=utf-8" };
const HTML = { "content-type": "text/html; charset=utf-8" };
const MAINTENANCE = "<!doctype html><title>Maintenance</title><p>Back soon.";
const NOTHING = { headers: {}, body: "" };
// A client that comes back when it is told to does not slow its tests down.
const AT_ONCE = { ...TEXT, "retry-after": "0" };
/** How the API itself answers in these cases is not documented. */
const OWN = {
  rateLimited: { status: 429, headers: AT_ONCE, body: "Too Many Requests" },
  serverError: { status: 500, headers: TEXT, body: "Internal Server Error" },
  notJson: { status: 200, headers: HTML, body: MAINTENANCE },
  emptyBody: { status: 200, ...NOTHING },
  timeout: { status: 0, ...NOTHING, fault: "timeout" },
  connectionLost: { status: 0, ...NOTHING, fault: "connectionLost" },
} satisfies Record<string, Omit<MockAnswer, "note">>;

const { response, failure } = examples;
const { link_url: _, ...linkless } = response.noSubscription.result;
const linkMissing = { status: true, result: linkless };
const named = { ...response, ...failure, ...OWN, linkMissing };

/** An answer that `next` can ask for: an example of the contract, or what else can happen to a call. */
export type MockAnswerName = keyof typeof named;
export const mockAnswerNames = Object.keys(named) as MockAnswerName[];

export function namedAnswer(name: MockAnswerName): MockAnswer {
  const note = `${name}, as asked`;
  return name in OWN
    ? { ...OWN[name as keyof typeof OWN], note }
    : jsonAnswer(statusOf(name), named[name], note);
}

/** The HTTP status of a failure is not documented: these are the mock's own, and those of Prism where it has one. */
const HTTP = { invalidApiKey: 401, validationFailed: 422, recordNotFound: 404 };
const statusOf = (name: string) =>
  HTTP[name as keyof typeof HTTP] ?? (name in failure ? 400 : 200);

/** @param reason For the log. */
export function failureAnswer(
  name: keyof typeof failure,
  reason: string,
  detail?: ErrorDetail,
  status = statusOf(name),
): MockAnswer {
  const details = detail && { error_details: [detail] };
  const body = { ...failure[name], ...details };
  return jsonAnswer(status, body, `${name}: ${reason}`);
}
