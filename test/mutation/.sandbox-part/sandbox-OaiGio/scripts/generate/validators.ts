// @ts-nocheck
import { printValidators } from "./validators/print-validators.js";

/** The validators of these schemas of a bundled document. */
export function validatorsFiles(
  document: object,
  names: readonly string[],
): ReadonlyMap<string, string> {
  return new Map([
    ["validators.js", printValidators(document, names)],
    ["validators.d.ts", types(names)],
  ]);
}

function types(names: readonly string[]): string {
  return `export interface ValidationError {
  /** The way to the value, or to where it would be. */
  path: (string | number)[];
  /** The keyword of the schema that is broken. */
  keyword: string;
  /** What the value must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** Returns what is wrong, or \`undefined\`. Never throws, and never changes the value. */
export type Validator = (value: unknown) => ValidationError[] | undefined;

${names.map((name) => `export declare const ${name}: Validator;\n`).join("")}`;
}
