// @ts-nocheck
import { examples, operations, type Operation } from "../contract/generated.js";
import type { MockAnswer } from "./answers.js";
import {
  namedAnswers,
  type MockAnswerName,
  type OperationExamples,
} from "./named-answers.js";
import { successWriter } from "./success-writer.js";

/** An operation of the contract, and all that the mock can answer it with. */
export interface MockedOperation {
  operation: Operation;
  examples: OperationExamples;
  /** What `next` and `Prefer` can ask for. */
  answers: Readonly<Record<string, MockAnswer>>;
  writeSuccess: ReturnType<typeof successWriter>;
}

const examplesById: Record<string, OperationExamples> = examples;

const mockedOperations = Object.entries<Operation>(operations)
  .map(([id, operation]): MockedOperation => {
    const examples = examplesById[id] as OperationExamples;
    return {
      operation,
      examples,
      answers: namedAnswers(operation, examples),
      writeSuccess: successWriter(operation, examples),
    };
  })
  // One path may be the end of another.
  .sort((a, b) => b.operation.path.length - a.operation.path.length);

/** Under any base path, such as that of a client's `baseUrl`. */
export function findOperation(path: string): MockedOperation | undefined {
  return mockedOperations.find(({ operation }) =>
    path.endsWith(operation.path),
  );
}

/** "POST …/customer-portal/link" */
export const supportedRequests = mockedOperations
  .map(({ operation: { method, path } }) => `${method} …${path}`)
  .join(" and ");

export const mockAnswerNames = [
  ...new Set(mockedOperations.flatMap(({ answers }) => Object.keys(answers))),
] as MockAnswerName[];
