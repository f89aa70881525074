// @ts-nocheck
import { isStatus, problem, withStatus, type MockAnswer } from "./answers.js";
import type { MockedOperation } from "./mocked-operations.js";

/** What `Prefer: example=NAME, code=STATUS` asks for, with Prism's names and meaning. */
export function preferredAnswer(
  header: string | undefined,
  { answers, examples }: MockedOperation,
  create: () => MockAnswer,
): MockAnswer | undefined {
  if (!header) return undefined;
  const preferences = Object.fromEntries(
    header
      .toLowerCase()
      .split(",")
      // Parameters of a preference are none of ours.
      .map((preference) => preference.split(";", 1)[0] ?? "")
      .map((preference) => preference.split("=").map((part) => part.trim())),
  ) as Record<string, string | undefined>;
  const { code, example } = preferences;
  const status = code === undefined ? undefined : Number(unquote(code));
  if (example === "" || (status !== undefined && !isStatus(status)))
    return problem(
      422,
      "Unknown preference",
      "In Prefer, code is an HTTP status from 200 to 599, and example has a name.",
    );
  if (example !== undefined) {
    const wanted = unquote(example);
    const names = Object.keys(answers);
    const name = names.find((one) => one.toLowerCase() === wanted);
    const answer = name === undefined ? undefined : answers[name];
    if (!name || !answer)
      return problem(
        404,
        "Unknown preference",
        `In Prefer, example is one of ${names.join(", ")}.`,
      );
    return Object.hasOwn(examples.success, name)
      ? answer
      : withStatus(answer, status);
  }
  if (status === undefined) return undefined;
  const [anyFailure = ""] = Object.keys(examples.failure);
  const failure = answers[anyFailure];
  return status > 299 && failure
    ? withStatus(failure, status)
    : withStatus(create(), status);
}

function unquote(value: string): string {
  return value.replace(/^"(.*)"$/, "$1");
}
