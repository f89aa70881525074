import { problem, type MockAnswer } from "./answers.js";

/** RFC 9110, as far as it matters here: the best match decides, and q=0 means no. */
export function notAcceptable(
  accept: string | undefined,
): MockAnswer | undefined {
  if (!accept) return undefined;
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
