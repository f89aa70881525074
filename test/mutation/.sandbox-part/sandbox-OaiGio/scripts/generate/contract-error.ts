// @ts-nocheck
import { relative } from "node:path";
import type { SourceLocation } from "./source-location.js";

export interface ContractProblem extends SourceLocation {
  message: string;
}

/** The contract has mistakes. The message holds a line for each: file, line, and what to do. */
export class ContractError extends Error {
  override name = "ContractError";

  constructor(root: string, problems: readonly ContractProblem[]) {
    const lines = problems.map(
      ({ file, line, message }) =>
        `${relative(root, file)}:${line}  ${message}`,
    );
    super([...new Set(lines)].join("\n"));
  }
}
