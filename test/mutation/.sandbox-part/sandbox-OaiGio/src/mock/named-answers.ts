// @ts-nocheck
import type {
  ErrorResponse,
  examples,
  FieldPath,
  Operation,
} from "../contract/generated.js";
import { jsonAnswer, type MockAnswer } from "./answers.js";
import { setAt } from "./set-at.js";

/** What `generated/examples.js` has of an operation. */
export interface OperationExamples {
  success: Readonly<Record<string, unknown>>;
  failure: Readonly<Record<string, ErrorResponse>>;
  fresh: { ids: readonly FieldPath[]; times: readonly FieldPath[] };
}

/** The HTTP status of a failure is not documented: these are the mock's own, and those of Prism where it has one. */
const FAILURE_STATUS: Record<string, number> = {
  invalidApiKey: 401,
  invalidBodyLayout: 400,
  validationFailed: 422,
  recordNotFound: 404,
};

const text = { "content-type": "text/plain; charset=utf-8" };
const html = { "content-type": "text/html; charset=utf-8" };

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
  timeout: { status: 0, headers: {}, body: "", fault: "timeout" },
  connectionLost: { status: 0, headers: {}, body: "", fault: "connectionLost" },
} satisfies Record<string, Omit<MockAnswer, "note">>;

type Examples = typeof examples;
type ExampleName<Id extends keyof Examples> =
  keyof Examples[Id]["success"] | keyof Examples[Id]["failure"];

/** An answer that can be asked for: an example of the contract, or what else can happen to a call. */
export type MockAnswerName =
  | { [Id in keyof Examples]: ExampleName<Id> }[keyof Examples]
  | keyof typeof OWN
  | "linkMissing";

/** What `next` and `Prefer` can ask for: name → answer. */
export function namedAnswers(
  { status, links }: Operation,
  { success, failure }: OperationExamples,
): Record<string, MockAnswer> {
  const bodies = Object.entries(success);
  const [, withLink] = bodies[0] ?? [];
  const answers = [
    ...bodies.map(([name, body]) => [name, jsonAnswer(status, body)] as const),
    ...Object.keys(failure).map(
      (name) => [name, failureAnswer(failure, name)] as const,
    ),
    ...Object.entries(OWN),
    ...(links.length
      ? [["linkMissing", jsonAnswer(status, without(withLink, links))] as const]
      : []),
  ];
  return Object.fromEntries(
    answers.map(([name, answer]) => [
      name,
      { ...answer, note: `${name}, as asked` },
    ]),
  );
}

/** The failure of that name; the first one, where the operation has none of that name. */
export function failureAnswer(
  examples: OperationExamples["failure"],
  name: string,
  {
    status = FAILURE_STATUS[name] ?? 400,
    reason = "",
    details,
  }: {
    status?: number;
    /** For the log. */
    reason?: string;
    details?: ErrorResponse["error_details"];
  } = {},
): MockAnswer {
  const example = examples[name] ?? Object.values(examples)[0];
  const body = details ? { ...example, error_details: details } : example;
  return jsonAnswer(status, body, `${name}: ${reason}`);
}

function without(body: unknown, paths: readonly FieldPath[]): unknown {
  const copy: unknown = structuredClone(body);
  for (const path of paths) setAt(copy, path, undefined);
  return copy;
}
