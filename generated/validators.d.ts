// Generated from openapi/ by `npm run generate`. Do not edit.
export interface AjvError { instancePath: string; keyword: string; params: Record<string, unknown> }
/** Whether a value keeps the contract. It throws what a value throws while it is read. */
export interface Validator { (value: unknown): boolean; errors?: AjvError[] | null }
export declare const PortalLinkRequest: Validator, PortalLinkResponse: Validator, ErrorResponse: Validator;
