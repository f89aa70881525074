import { examples } from "../contract/generated.js";
import {
  isStatus,
  mockAnswerNames,
  namedAnswer,
  problem,
  underStatus,
  type MockAnswer,
} from "./answers.js";

/** What `Prefer: example=NAME, code=STATUS` asks for, with Prism's names and meaning. */
export function preferredAnswer(
  header: string | undefined,
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
    const name = mockAnswerNames.find((one) => one.toLowerCase() === wanted);
    return name
      ? namedAnswer(
          name,
          name in examples.createPortalLink.success ? 200 : status,
        )
      : problem(
          404,
          "Unknown preference",
          `In Prefer, example is one of ${mockAnswerNames.join(", ")}.`,
        );
  }
  if (status === undefined) return undefined;
  return status > 299
    ? namedAnswer("invalidApiKey", status)
    : underStatus(create(), status);
}

function unquote(value: string): string {
  return value.replace(/^"(.*)"$/, "$1");
}
