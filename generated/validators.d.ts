// Generated from openapi/ by `npm run generate`. Do not edit.
import type { components } from "./schema.js";

export interface ValidationError {
  /** The way to the value, or to where it would be. */
  path: (string | number)[];
  /** The keyword of the schema that is broken. */
  keyword: string;
  /** What the keyword asks for, where that is not the path itself. */
  expected?: unknown;
}

export interface Validator<Value = unknown> {
  (value: unknown): value is Value;
  /** What was wrong with the last value. */
  errors?: ValidationError[];
}

export declare const PortalLinkRequest: Validator<components["schemas"]["PortalLinkRequest"]>;
export declare const PortalLinkResponse: Validator<components["schemas"]["PortalLinkResponse"]>;
export declare const ErrorResponse: Validator<components["schemas"]["ErrorResponse"]>;
