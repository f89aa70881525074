import { invalidOption } from "../contract/invalid-option.js";
import { asRecord } from "../contract/json.js";
import { isStatus, withStatus, type MockAnswer } from "./answers.js";
import { mockAnswerNames, type MockedOperation } from "./mocked-operations.js";
import { checkedHeaders } from "./options.js";

export interface NextOptions {
  /** Stands in for the HTTP status, which the API does not document for any failure. @default the answer's own */
  status?: number | undefined;
  /** Stand in for the answer's own headers of the same name. */
  headers?: Record<string, string> | undefined;
  /** How many requests are answered so: a client that retries asks more than once. @default 1 */
  times?: number | undefined;
}

const FIELDS = ["name", "body", "status", "headers", "times"];

/** The answers that `next` has lined up. */
export function createNextAnswers() {
  /** Each says what it answers an operation with; nothing, when the operation has no answer of that name. */
  let queue: ((mocked: MockedOperation) => MockAnswer | undefined)[] = [];

  /** @throws {TypeError} it cannot be answered so; the message says what can. */
  const add = (next: unknown): void => {
    const { name, body, status, headers, times = 1 } = checkedNext(next);
    const ownHeaders = headers === undefined ? {} : checkedHeaders(headers);
    const custom = name === undefined ? customAnswer(body) : undefined;
    const answerOf = ({ operation, answers }: MockedOperation) => {
      const answer = custom
        ? { ...custom, status: operation.status }
        : answers[name ?? ""];
      if (!answer) return undefined;
      const merged = { ...answer.headers, ...ownHeaders };
      return withStatus({ ...answer, headers: merged }, status);
    };
    for (let count = 0; count < times; count++) queue.push(answerOf);
  };

  const take = (mocked: MockedOperation): MockAnswer | undefined => {
    for (const [at, answerOf] of queue.entries()) {
      const answer = answerOf(mocked);
      if (!answer) continue;
      queue.splice(at, 1);
      return answer;
    }
    return undefined;
  };

  return { add, take, clear: () => void (queue = []) };
}

type CheckedNext = NextOptions & { name?: string; body?: unknown };

function checkedNext(next: unknown): CheckedNext {
  const given: CheckedNext = asRecord(next);
  const { name, status, times = 1 } = given;
  const unknown = Object.keys(given).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined || (name === undefined) === !("body" in given))
    throw new TypeError(`next takes name or body, and status, headers, times.`);
  if (name !== undefined && !mockAnswerNames.some((one) => one === name))
    invalidOption("name", `must be one of ${mockAnswerNames.join(", ")}.`);
  if (status !== undefined && !isStatus(status))
    invalidOption("status", "must be an HTTP status from 200 to 599.");
  if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES)
    invalidOption("times", `must be a whole number from 1 to ${MOST_TIMES}.`);
  return given;
}

const MOST_TIMES = 1000;

/** A text is sent as it is, so that it need not be JSON. */
function customAnswer(body: unknown): Omit<MockAnswer, "status"> {
  const isText = typeof body === "string";
  const type = isText ? "text/plain; charset=utf-8" : "application/json";
  const text = isText ? body : tryStringify(body);
  if (text === undefined)
    invalidOption("body", "must be a text, or a value that JSON can hold.");
  const headers = { "content-type": type };
  return { headers, body: text, note: "a body, as asked" };
}

/** `undefined` for what JSON cannot hold: a function, a BigInt, a circle. */
function tryStringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
