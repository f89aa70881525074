// @ts-nocheck
// Generated from openapi/ by `npm run generate`. Do not edit.
export interface ValidationError {
  /** The way to the value, or to where it would be. */
  path: (string | number)[];
  /** The keyword of the schema that is broken. */
  keyword: string;
  /** What the value must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** Returns what is wrong, or `undefined`. Never throws, and never changes the value. */
export type Validator = (value: unknown) => ValidationError[] | undefined;

export declare const PortalLinkRequest: Validator;
export declare const PortalLinkResponse: Validator;
export declare const ErrorResponse: Validator;
