// @ts-nocheck
import { join } from "node:path";
import {
  getLineColLocation,
  lint,
  lintFromString,
  type Config,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { ContractError } from "./contract-error.js";
import { locate } from "./source-location.js";

/** @throws {ContractError} the hand-written files break a rule. */
export async function lintSource(
  root: string,
  entry: string,
  config: Config,
): Promise<void> {
  throwProblems(
    root,
    await readable(root, entry, () => lint({ ref: entry, config })),
  );
}

/** @throws {ContractError} the bundle breaks a rule that the source hides, such as the name of a component. */
export async function lintBundle(
  root: string,
  entry: string,
  json: string,
  config: Config,
): Promise<void> {
  const problems = await lintFromString({
    source: json,
    absoluteRef: join(root, "generated", "openapi.json"),
    config,
  });
  if (problems.length === 0) return;
  throw new ContractError(
    root,
    await Promise.all(
      problems.map(async (problem) => {
        const pointer = problem.location[0]?.pointer ?? "";
        return { ...(await locate(entry, pointer)), message: advice(problem) };
      }),
    ),
  );
}

/** A file that Redocly cannot even parse is thrown, not reported. */
async function readable<T>(
  root: string,
  entry: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { source, line, originalError } = error as {
      source?: { absoluteRef: string };
      line?: number;
      originalError?: Error;
    };
    throw new ContractError(root, [
      {
        file: source?.absoluteRef ?? entry,
        line: line || 1,
        message: sentence((originalError ?? (error as Error)).message),
      },
    ]);
  }
}

/** @throws {ContractError} when Redocly found a problem. */
export function throwProblems(
  root: string,
  problems: readonly NormalizedProblem[],
): void {
  if (problems.length === 0) return;
  // A file that does not parse or is not there makes every rule that looks into it complain as well.
  const causes = problems.filter(
    ({ ruleId }) => ruleId === "no-unresolved-refs",
  );
  const parse = causes.filter(({ message }) =>
    message.startsWith("Failed to parse"),
  );
  const shown =
    [parse, causes, problems].find(({ length }) => length > 0) ?? [];
  throw new ContractError(
    root,
    shown.map((problem) => {
      const [at] = problem.location;
      const line = (at && getLineColLocation(at).start.line) || 1;
      return {
        file: at?.source.absoluteRef ?? root,
        line,
        message: advice(problem),
      };
    }),
  );
}

function advice({ message, suggest, ruleId }: NormalizedProblem): string {
  const suggestion =
    suggest.length > 0
      ? ` Did you mean ${suggest.map((word) => `\`${word}\``).join(" or ")}?`
      : "";
  return `${sentence(message.replace(/ENOENT: no such file or directory '([^']+)'/, "no such file: correct the path or add it"))}${suggestion} (${ruleId})`;
}

/** In one line, with a full stop. */
export function sentence(message: string): string {
  const line = message.replace(/\s*\n\s*/g, " ").trim();
  return /[.!?)]$/.test(line) ? line : `${line}.`;
}
