// @ts-nocheck
// kwik-portal-link/validate: the contract's messages as Standard Schema objects, https://standardschema.dev
import {
  validateErrorResponse,
  validatePortalLinkRequest,
  validatePortalLinkResponse,
  type ErrorResponse as Failure,
  type PortalLinkRequest as Request,
  type PortalLinkResponse as Success,
  type Validator,
} from "./contract/generated.js";

/** A validator that tRPC, Hono, TanStack Form and the like take as it is: Standard Schema v1. */
export interface StandardSchemaV1<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "kwik-portal-link";
    /** Never throws: either the value itself, untouched, or what is wrong with it. */
    readonly validate: (value: unknown) => StandardResult<Value>;
    readonly types?:
      { readonly input: Value; readonly output: Value } | undefined;
  };
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The body of a request. Closed: an unknown field is an issue. */
export const PortalLinkRequest: StandardSchemaV1<Request> =
  /* @__PURE__ */ standardSchema(validatePortalLinkRequest);
/** The body of a success. Open: an unknown field is none. */
export const PortalLinkResponse: StandardSchemaV1<Success> =
  /* @__PURE__ */ standardSchema(validatePortalLinkResponse);
/** The body of a failure. */
export const ErrorResponse: StandardSchemaV1<Failure> =
  /* @__PURE__ */ standardSchema(validateErrorResponse);

function standardSchema<Value>(validator: Validator): StandardSchemaV1<Value> {
  return {
    "~standard": {
      version: 1,
      vendor: "kwik-portal-link",
      validate(value) {
        const errors = validator(value);
        return errors
          ? { issues: errors.map(({ message, path }) => ({ message, path })) }
          : { value: value as Value };
      },
    },
  };
}
