// @ts-nocheck
// The rules that the vendor's pages state, typed in from the pages and not from the contract, as a second statement of its own:
// a rule that is missing, different or unknown here fails the test. Prose is not repeated.
type Rules = Record<string, unknown>;
const text = (example: string, rules: Rules = {}): Rules => ({
  type: "string",
  ...rules,
  example,
});
const toggle = { type: "boolean", example: true };
const closed = { type: "object", additionalProperties: false };
const open = { type: "object" };
const max32 = { maxLength: 32 };

/**
 * Schema → field → its rules. A field is dotted, `[]` for the items of an array, `*` for the values of a map, `""` for the
 * message itself; `!` marks a required one.
 */
export const FIELDS: Record<string, Record<string, Rules>> = {
  // The page's table "Request Parameters".
  PortalLinkRequest: {
    "": closed,
    "customer_id!": text("cus_abc123"),
    subscription_id: text("sub_abc123"),
    settings: closed,
    "settings.show_invoices": toggle,
    "settings.show_billing_info": toggle,
    "settings.allow_update_billing_info": toggle,
    "settings.allow_cancel": toggle,
    "settings.cancel_type": text("AFTER_BILLING_PERIOD", {
      enum: ["NOW", "AFTER_BILLING_PERIOD"],
    }),
    "settings.allow_switch_plan": toggle,
    "settings.products_ids": {
      type: "array",
      example: ["pro_abc123", "pro_def456"],
    },
    "settings.products_ids[]": text("pro_abc123"),
    "settings.redirect_url": text("https://my-portal.site.com", {
      format: "uri",
    }),
    "settings.page_title": text("My SaaS business"),
  },
  // The page's table "Response Parameters".
  PortalLinkResponse: {
    "": open,
    "status!": { ...toggle, const: true },
    "result!": open,
    "result.id!": text("cpl_HVpCeoNys1f22X7QcuWHY"),
    "result.session_id!": text("ses_G-xkVKoxHgEBrY8suKgR3", max32),
    "result.customer_id!": text("cus_abc123", max32),
    "result.subscription_id": text("sub_abc123", max32),
    "result.link_url!": text(
      "https://pay.kwik.co.za/portal/a0oDxntJxWlA8LjfOR9bgck9C4w",
      { format: "uri" },
    ),
    "result.expires_at!": text("2026-03-13T12:30:00Z", { format: "date-time" }),
  },
  // The vendor's Errors page.
  ErrorResponse: {
    "": open,
    "status!": { type: "boolean", const: false, example: false },
    "error_code!": text("005", { maxLength: 3 }),
    "error_message!": text("Validation failed", max32),
    error_details: { type: "array" },
    "error_details[]": open,
    "error_details[].record!": { ...open, additionalProperties: true },
    "error_details[].errors!": open,
    "error_details[].errors.*": open,
    "error_details[].errors.*.message!": text(
      "The bank branch code must be an integer.",
    ),
    "error_details[].errors.*.rule!": text("integer"),
  },
};

const scenarios = ["noSubscription", "subscription", "advancedSettings"];

const json = (schema: string, examples: string[]) => ({
  "application/json": {
    schema: { $ref: `#/components/schemas/${schema}` },
    examples: Object.fromEntries(
      examples.map((name) => [
        name,
        { $ref: `#/components/examples/${schema}.${name}` },
      ]),
    ),
  },
});

/** Everything around the messages. */
export const DOCUMENT = {
  openapi: "3.1.0",
  servers: [{ url: "https://api.kwik.co.za/2.0" }],
  security: [{ ApiKeyAndSecret: [] }],
  paths: {
    "/customer-portal/link": {
      post: {
        operationId: "createPortalLink",
        requestBody: {
          required: true,
          content: json("PortalLinkRequest", scenarios),
        },
        responses: {
          "200": { $ref: "#/components/responses/PortalLinkCreated" },
          default: { $ref: "#/components/responses/Failure" },
        },
        // "Associated customer ID", "Associated subscription ID, when a subscription_id was supplied".
        "x-echoes": {
          "$response.body#/result/customer_id": "$request.body#/customer_id",
          "$response.body#/result/subscription_id":
            "$request.body#/subscription_id",
        },
        "x-secrets": [
          "$response.body#/result/session_id",
          "$response.body#/result/link_url",
        ],
        // "Unique customer portal link identifier"; "URL to redirect the user to".
        "x-unique": [
          "$response.body#/result/id",
          "$response.body#/result/link_url",
        ],
        // "ISO timestamp when the portal link expires".
        "x-expires": ["$response.body#/result/expires_at"],
        // What the page does not state.
        "x-own-rules": {
          "$request.body#": "additionalProperties",
          "$request.body#/settings": "additionalProperties",
          "$request.body#/settings/redirect_url": "format",
        },
      },
    },
  },
  components: {
    securitySchemes: { ApiKeyAndSecret: { type: "http", scheme: "basic" } },
    responses: {
      PortalLinkCreated: { content: json("PortalLinkResponse", scenarios) },
      Failure: {
        content: json("ErrorResponse", [
          "invalidApiKey",
          "validationFailed",
          "recordNotFound",
          "invalidBodyLayout",
        ]),
      },
    },
  },
};

const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";
const link = (id: string, session: string, url: string, ids: object = {}) => ({
  status: true,
  result: {
    id: `cpl_${id}`,
    session_id: `ses_${session}`,
    customer_id,
    ...ids,
    link_url: `https://pay.kwik.co.za/portal/${url}`,
    expires_at: "2026-03-13T12:30:00Z",
  },
});
const error = (error_code: string, error_message: string) => ({
  status: false,
  error_code,
  error_message,
});

/** The page's examples. Ids stand in full where the page elides them, see docs/contract.md. */
export const EXAMPLES: Record<string, unknown> = {
  "PortalLinkRequest.noSubscription": { customer_id },
  "PortalLinkRequest.subscription": { customer_id, subscription_id },
  "PortalLinkRequest.advancedSettings": {
    customer_id,
    subscription_id,
    settings: {
      show_invoices: true,
      show_billing_info: true,
      allow_update_billing_info: true,
      allow_cancel: true,
      cancel_type: "AFTER_BILLING_PERIOD",
      allow_switch_plan: true,
      products_ids: ["pro_abc123", "pro_def456"],
      redirect_url: "https://my-portal.site.com",
      page_title: "My SaaS business",
    },
  },
  "PortalLinkResponse.noSubscription": link(
    "8sWmTq2ZyLr5vKd0NbXfA",
    "Jc4-uPz7RkVhQe1YtMwB9",
    "Kq3vZt7RyNc0WmXe5HsLb2PdUfA",
  ),
  "PortalLinkResponse.subscription": link(
    "HVpCeoNys1f22X7QcuWHY",
    "G-xkVKoxHgEBrY8suKgR3",
    "a0oDxntJxWlA8LjfOR9bgck9C4w",
    { subscription_id },
  ),
  "PortalLinkResponse.advancedSettings": link(
    "Tn6Gx0QwZbVy3JrLe9KcM",
    "pD2_hXs8FvNaU5mCqYk7E",
    "x7PbRm1VtQe9ZkWd4YcLs6HnJgU",
    { subscription_id },
  ),
  "ErrorResponse.invalidApiKey": error("001", "Invalid API key provided"),
  "ErrorResponse.invalidBodyLayout": error("002", "Invalid body layout"),
  "ErrorResponse.validationFailed": {
    ...error("005", "Validation failed"),
    error_details: [
      {
        record: { customer_id, settings: { cancel_type: "LATER" } },
        errors: {
          "settings.cancel_type": {
            message: "The cancel type must be NOW or AFTER_BILLING_PERIOD.",
            rule: "enum",
          },
        },
      },
    ],
  },
  "ErrorResponse.recordNotFound": error("007", "Record not found"),
};
