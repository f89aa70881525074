import { linkExamples } from "./contract.js";
import {
  isStatus,
  mockAnswerNames,
  namedAnswer,
  problem,
  underStatus,
  type MockAnswer,
} from "./mock-answers.js";

/** What `Prefer: example=NAME, code=STATUS` asks for, with Prism's names and meaning. */
export function preferred(
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
  const status = code === undefined ? undefined : Number(unquoted(code));
  if (example === "" || (status !== undefined && !isStatus(status)))
    return problem(
      422,
      "Unknown preference",
      "In Prefer, code is an HTTP status from 200 to 599, and example has a name.",
    );
  if (example !== undefined) {
    const wanted = unquoted(example);
    const name = mockAnswerNames.find((one) => one.toLowerCase() === wanted);
    return name
      ? namedAnswer(name, name in linkExamples ? 200 : status)
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

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, "$1");
}

/** RFC 9110, as far as it matters here: the best match decides, and q=0 means no. */
export function notAcceptable(
  accept: string | undefined,
): MockAnswer | undefined {
  if (!accept || accept === "*/*" || accept === "application/json")
    return undefined;
  const ranges = accept.split(",").map((range) => {
    const [type = "", ...parameters] = range.toLowerCase().split(";");
    const isRefused = parameters.some((one) =>
      /^\s*q\s*=\s*0(\.0*)?\s*$/.test(one),
    );
    return { type: type.trim(), isRefused };
  });
  const best = ["application/json", "application/*", "*/*"]
    .map((type) => ranges.find((range) => range.type === type))
    .find(Boolean);
  return best && !best.isRefused
    ? undefined
    : problem(406, "Not acceptable", "The mock answers application/json.");
}
