import { examples } from "../contract/generated.js";
import type { ErrorResponse } from "../contract/generated.js";

/** An answer of the mock, before it becomes a Response or goes down a socket. */
export interface MockAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What a log may say about it. */
  note: string;
  /** What happens instead of an answer. */
  fault?: "timeout" | "connectionLost";
}

/** The HTTP status of a failure is not documented: these are the mock's own, and those of Prism where it has one. */
const STATUS: Record<keyof typeof examples.createPortalLink.failure, number> = {
  invalidApiKey: 401,
  invalidBodyLayout: 400,
  validationFailed: 422,
  recordNotFound: 404,
};

const json = { "content-type": "application/json" };
const text = { "content-type": "text/plain; charset=utf-8" };
const html = { "content-type": "text/html; charset=utf-8" };

const { link_url, ...withoutLink } =
  examples.createPortalLink.success.noSubscription.result;

/** What no example of the contract shows. How the API itself answers in these cases is not documented. */
const OWN = {
  // A client that comes back when it is told to does not slow its tests down.
  rateLimited: {
    status: 429,
    headers: { ...text, "retry-after": "0" },
    body: "Too Many Requests",
  },
  serverError: { status: 500, headers: text, body: "Internal Server Error" },
  notJson: {
    status: 200,
    headers: html,
    body: "<!doctype html><title>Maintenance</title><p>Back soon.",
  },
  emptyBody: { status: 200, headers: {}, body: "" },
  linkMissing: ok({ status: true, result: withoutLink }),
  timeout: { status: 0, headers: {}, body: "", fault: "timeout" },
  connectionLost: { status: 0, headers: {}, body: "", fault: "connectionLost" },
} satisfies Record<string, Omit<MockAnswer, "note">>;

/** An answer that can be asked for: an example of the contract, or what else can happen to a call. */
export type MockAnswerName =
  | keyof typeof examples.createPortalLink.success
  | keyof typeof examples.createPortalLink.failure
  | keyof typeof OWN;

export const mockAnswerNames = [
  ...Object.keys(examples.createPortalLink.success),
  ...Object.keys(examples.createPortalLink.failure),
  ...Object.keys(OWN),
] as MockAnswerName[];

export function isMockAnswerName(name: string): name is MockAnswerName {
  return mockAnswerNames.includes(name as MockAnswerName);
}

/** Of an answer: those below 200 are none. */
export function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** The answer of that name; `status` and `headers`, by lower-case name, stand in for its own. */
export function namedAnswer(
  name: MockAnswerName,
  status?: number,
  headers?: Record<string, string>,
): MockAnswer {
  const answer = answerOf(name);
  const note = `${name}, as asked`;
  const all = { ...answer.headers, ...headers };
  return underStatus({ ...answer, headers: all, note }, status);
}

/** Some statuses have no body, and a Response refuses to have one. */
export function underStatus(
  answer: MockAnswer,
  status: number = answer.status,
): MockAnswer {
  return [204, 205, 304].includes(status)
    ? { ...answer, status, headers: {}, body: "" }
    : { ...answer, status };
}

function answerOf(name: MockAnswerName): Omit<MockAnswer, "note"> {
  if (name in examples.createPortalLink.success)
    return ok(
      examples.createPortalLink.success[
        name as keyof typeof examples.createPortalLink.success
      ],
    );
  return name in examples.createPortalLink.failure
    ? failure(name as keyof typeof examples.createPortalLink.failure)
    : OWN[name as keyof typeof OWN];
}

export function ok(body: unknown, note = ""): MockAnswer {
  return { status: 200, headers: json, body: JSON.stringify(body), note };
}

/** A failure in the vendor's envelope. */
export function failure(
  name: keyof typeof examples.createPortalLink.failure,
  {
    status = STATUS[name],
    reason = "",
    details,
  }: {
    status?: number;
    /** For the log. */
    reason?: string;
    details?: ErrorResponse["error_details"];
  } = {},
): MockAnswer {
  const example: ErrorResponse = examples.createPortalLink.failure[name];
  const body = details ? { ...example, error_details: details } : example;
  const note = `${name}: ${reason}`;
  return { status, headers: json, body: JSON.stringify(body), note };
}

/** The mock itself speaks (RFC 9457), where the API would not be asked at all. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers?: Record<string, string>,
): MockAnswer {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: "about:blank", title, status, detail }),
    note: detail,
  };
}
