// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Validator } from "./validators.js";

/** What code needs to know of an operation. */
export interface Operation<Path extends string = string> {
  method: string;
  /** Below the server's URL. */
  path: Path;
  /** The HTTP status of a success. */
  status: number;
  request: Validator;
  success: Validator;
  /** The response's field has the value of the request's field, and is absent when the request leaves it out. */
  echoes: readonly { response: FieldPath; request: FieldPath }[];
  /** The fields of a success that must never reach a log, an error or a report. */
  secrets: readonly FieldPath[];
  /** The secrets that are URLs: where a person is sent. */
  links: readonly FieldPath[];
  /** The required strings of a success: one that is blank has the right type, and is of no use. */
  texts: readonly FieldPath[];
}

/** The way to a field, from the body on. */
export type FieldPath = readonly string[];

export declare const serverUrl: "https://api.kwik.co.za/2.0";
export declare const cancelTypes: readonly ["NOW","AFTER_BILLING_PERIOD"];

export declare const operations: {
  createPortalLink: Operation<"/customer-portal/link">;
};

/** Their failures, apart from them: the client takes any failure as it is, and does without these bytes. */
export declare const failures: Record<keyof typeof operations, Validator>;
