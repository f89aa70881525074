// kwik-portal-link/validate: the contract's messages as Standard Schema objects, https://standardschema.dev
import {
  validateErrorResponse,
  validatePortalLinkRequest,
  validatePortalLinkResponse,
  type ErrorResponse as ErrorResponseBody,
  type PortalLinkRequest as PortalLinkRequestBody,
  type PortalLinkResponse as PortalLinkResponseBody,
  type Validator,
} from "./contract/generated.js";
import { issuesOf, type ContractIssue } from "./contract/violations.js";

// Whoever exports a schema, or a function that returns its value, can name the types in it.
export type {
  CancelType,
  ErrorDetail,
  FieldError,
  PortalLink,
  PortalSettings,
} from "./contract/generated.js";
export type {
  ErrorResponseBody,
  PortalLinkRequestBody,
  PortalLinkResponseBody,
};

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
export const PortalLinkRequest: StandardSchemaV1<PortalLinkRequestBody> =
  /* @__PURE__ */ standardSchema(validatePortalLinkRequest);
/** The body of a success. Open: an unknown field is none. */
export const PortalLinkResponse: StandardSchemaV1<PortalLinkResponseBody> =
  /* @__PURE__ */ standardSchema(validatePortalLinkResponse);
/** The body of a failure. */
export const ErrorResponse: StandardSchemaV1<ErrorResponseBody> =
  /* @__PURE__ */ standardSchema(validateErrorResponse);

function standardSchema<Value>(validator: Validator): StandardSchemaV1<Value> {
  return {
    "~standard": {
      version: 1,
      vendor: "kwik-portal-link",
      validate(value) {
        const issues = issuesOf(validator, value);
        return issues.length > 0
          ? { issues: issues.map(standardIssue) }
          : { value: value as Value };
      },
    },
  };
}

function standardIssue({ message, path }: ContractIssue): StandardIssue {
  const keys = path.map((key) =>
    /^(0|[1-9]\d*)$/.test(key) ? Number(key) : key,
  );
  return { message, path: keys };
}
