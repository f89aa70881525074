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
    const found = Object.entries(answers).find(
      ([name]) => name.toLowerCase() === wanted,
    );
    if (!found)
      return problem(
        404,
        "Unknown preference",
        `In Prefer, example is one of ${Object.keys(answers).join(", ")}.`,
      );
    const [name, answer] = found;
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
