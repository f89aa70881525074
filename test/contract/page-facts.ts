// What the vendor's pages state about the endpoint, row by row, typed in from the pages and not from the contract, so that a
// slip in the contract shows. A field not listed here, or a rule not listed for it, is an invention.

export interface FieldFact {
  /** Dotted, `[]` for the items of an array, `*` for the values of a map; `""` for the message itself. */
  field: string;
  required?: boolean;
  /** Every keyword that the contract may state for the field, apart from its description. */
  rules: Record<string, unknown>;
  /** Phrases that the description must hold. */
  says: string[];
}

const closed = { type: "object", additionalProperties: false };

/** The page's table "Request Parameters". */
export const REQUEST: FieldFact[] = [
  {
    field: "",
    rules: closed,
    says: ["Whom the link is for, and what it lets them do."],
  },
  {
    field: "customer_id",
    required: true,
    rules: { type: "string", example: "cus_abc123" },
    says: ["The customer the portal link is generated for."],
  },
  {
    field: "subscription_id",
    rules: { type: "string", example: "sub_abc123" },
    says: [
      "Manage this one subscription.",
      "If it is inactive the customer can activate it.",
      "If omitted, the customer can select a",
      "package to create a new subscription.",
      "The response has a `subscription_id` exactly when the request has one.",
    ],
  },
  {
    field: "settings",
    rules: closed,
    says: [
      "Override the default portal settings for this link only.",
      "Omit to use your account defaults, as configured in the dashboard.",
    ],
  },
  {
    field: "settings.show_invoices",
    rules: { type: "boolean", example: true },
    says: ["Allow the customer to view their invoices."],
  },
  {
    field: "settings.show_billing_info",
    rules: { type: "boolean", example: true },
    says: ["Show the customer's billing info."],
  },
  {
    field: "settings.allow_update_billing_info",
    rules: { type: "boolean", example: true },
    says: ["Allow the customer to update their billing info."],
  },
  {
    field: "settings.allow_cancel",
    rules: { type: "boolean", example: true },
    says: ["Allow the customer to cancel the subscription."],
  },
  {
    field: "settings.cancel_type",
    rules: {
      type: "string",
      enum: ["NOW", "AFTER_BILLING_PERIOD"],
      example: "AFTER_BILLING_PERIOD",
    },
    says: [
      "When a cancellation takes effect.",
      "- `NOW`: at once.",
      "- `AFTER_BILLING_PERIOD`: when the billing period ends.",
    ],
  },
  {
    field: "settings.allow_switch_plan",
    rules: { type: "boolean", example: true },
    says: ["Allow the customer to switch to another plan."],
  },
  {
    field: "settings.products_ids",
    rules: { type: "array", example: ["pro_abc123", "pro_def456"] },
    says: [
      "The products the customer can select from.",
      "The portal groups them by interval and orders them from the smallest\namount to the largest.",
    ],
  },
  {
    field: "settings.products_ids[]",
    rules: { type: "string", example: "pro_abc123" },
    says: ["A product id."],
  },
  {
    field: "settings.redirect_url",
    rules: {
      type: "string",
      format: "uri",
      example: "https://my-portal.site.com",
    },
    says: [
      'Where the customer is redirected when they select "back to site" or close the link.',
    ],
  },
  {
    field: "settings.page_title",
    rules: { type: "string", example: "My SaaS business" },
    says: ["Override the page title on the left side of the portal."],
  },
];

/** The page's table "Response Parameters". */
export const RESPONSE: FieldFact[] = [
  {
    field: "",
    rules: { type: "object" },
    says: ["The envelope of a success."],
  },
  {
    field: "status",
    required: true,
    rules: { type: "boolean", const: true, example: true },
    says: [
      "Indicates if the request was successful.",
      "`false` makes it an `ErrorResponse`, under any HTTP status.",
    ],
  },
  {
    field: "result",
    required: true,
    rules: { type: "object" },
    says: [
      "A link to the customer portal.",
      "The API may add fields; ignore those you do not know.",
    ],
  },
  {
    field: "result.id",
    required: true,
    rules: { type: "string", example: "cpl_HVpCeoNys1f22X7QcuWHY" },
    says: ["Unique customer portal link identifier."],
  },
  {
    field: "result.session_id",
    required: true,
    rules: {
      type: "string",
      maxLength: 32,
      example: "ses_G-xkVKoxHgEBrY8suKgR3",
    },
    says: [
      "Session identifier for the portal link.",
      "Treat it as a secret, like `link_url`.",
    ],
  },
  {
    field: "result.customer_id",
    required: true,
    rules: { type: "string", maxLength: 32, example: "cus_abc123" },
    says: ["The customer the link is for, as in the request."],
  },
  {
    field: "result.subscription_id",
    rules: { type: "string", maxLength: 32, example: "sub_abc123" },
    says: [
      "The subscription the link manages.",
      "Present exactly when the request supplied a `subscription_id`.",
    ],
  },
  {
    field: "result.link_url",
    required: true,
    rules: {
      type: "string",
      format: "uri",
      example: "https://pay.kwik.co.za/portal/a0oDxntJxWlA8LjfOR9bgck9C4w",
    },
    says: [
      "Where to redirect the customer, to the customer portal.",
      "Whoever holds it is let in until `expires_at`, so treat it as",
      "a secret.",
    ],
  },
  {
    field: "result.expires_at",
    required: true,
    rules: {
      type: "string",
      format: "date-time",
      example: "2026-03-13T12:30:00Z",
    },
    says: ["When the link expires, an ISO 8601 timestamp."],
  },
];

/** The vendor's Errors page. */
export const FAILURE: FieldFact[] = [
  {
    field: "",
    rules: { type: "object" },
    says: ["The envelope of a failure, under any HTTP status."],
  },
  {
    field: "status",
    required: true,
    rules: { type: "boolean", const: false, example: false },
    says: ["Always `false`."],
  },
  {
    field: "error_code",
    required: true,
    rules: { type: "string", maxLength: 3, example: "005" },
    says: [
      "Why the request failed.",
      "More codes exist than are documented, so stay open to them.",
      "- `001`: Invalid API key provided. Check the key and its format.",
      "- `002`: Invalid body layout. Follow the documented layout.",
      "- `003`: Invalid body parameters. See `error_details`.",
      "- `004`: Invalid lookup values. See `error_details`.",
      "- `005`: Validation failed. See `error_details`.",
      "- `006`: Invalid URL parameter. Check the URL parameters.",
      "- `007`: Record not found. Try different search criteria.",
    ],
  },
  {
    field: "error_message",
    required: true,
    rules: { type: "string", maxLength: 32, example: "Validation failed" },
    says: ["Describes the code."],
  },
  {
    field: "error_details",
    rules: { type: "array" },
    says: ["The errors found on specific records, if any."],
  },
  {
    field: "error_details[]",
    rules: { type: "object" },
    says: ["One record of the request and what is wrong with it."],
  },
  {
    field: "error_details[].record",
    required: true,
    rules: { type: "object", additionalProperties: true },
    says: ["The request record that contains an error."],
  },
  {
    field: "error_details[].errors",
    required: true,
    rules: { type: "object" },
    says: [
      "The errors by field.",
      "Nested fields are in dot notation, such as `settings.cancel_type`.",
    ],
  },
  {
    field: "error_details[].errors.*",
    rules: { type: "object" },
    says: ["What is wrong with one field."],
  },
  {
    field: "error_details[].errors.*.message",
    required: true,
    rules: {
      type: "string",
      example: "The bank branch code must be an integer.",
    },
    says: ["What is wrong, in a sentence."],
  },
  {
    field: "error_details[].errors.*.rule",
    required: true,
    rules: { type: "string", example: "integer" },
    says: ["The rule that was broken."],
  },
];

/** Everything around the messages: dotted place in the document → what stands there, apart from descriptions. */
export const DOCUMENT: Record<string, unknown> = {
  openapi: "3.1.0",
  "info.title": "Kwik customer portal link",
  "info.summary":
    "Turn a customer id into a link where that customer manages their own billing.",
  "info.license": { name: "MIT", identifier: "MIT" },
  "servers.length": 1,
  "servers.0.url": "https://api.kwik.co.za/2.0",
  security: [{ ApiKeyAndSecret: [] }],
  "components.securitySchemes.ApiKeyAndSecret.type": "http",
  "components.securitySchemes.ApiKeyAndSecret.scheme": "basic",
  "operation.operationId": "createPortalLink",
  "operation.summary": "Create a customer portal link",
  "operation.requestBody.required": true,
};

/** Place → phrases that its description must hold. */
export const DESCRIPTIONS: Record<string, string[]> = {
  "servers.0": [
    "One URL for live and test",
    "the API key decides which data is used.",
  ],
  "components.securitySchemes.ApiKeyAndSecret": [
    "The API key (`api_key`) is the user name",
    "the API secret (`api_secret`) the password",
  ],
  operation: [
    "Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.",
    "Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.",
    "With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.",
    "With `settings` this one link overrides the defaults configured in the dashboard.",
  ],
  "operation.responses.200": [
    "The link was created. Redirect the customer to `result.link_url`.",
  ],
  "operation.responses.default": [
    "The API said no. **The HTTP status of a failure is not documented**: read `status` and `error_code` from the body, under\nany HTTP status, 200 included.",
  ],
  info: [
    "One call turns a customer id into a link. Send your customer there and they manage their subscriptions, billing details,",
    "invoices and payment methods themselves, on a page that Kwik hosts.",
    "## Authentication",
    "HTTP Basic: your API key is the user name, your API secret the password. Keys are created in the Kwik dashboard. One base",
    "URL serves live and test; the API key decides which data is used.",
    "## Failures",
    "A failure carries `status: false`, a three-digit `error_code` and an `error_message`. **The HTTP status of a failure is not",
    "documented**: treat `status: false` as a failure under any HTTP status, 200 included. More codes exist than are documented.",
    "| `error_code` | means                    | what to do                     |\n| ------------ | ------------------------ | ------------------------------ |",
    "| 001          | Invalid API key provided | Check the key and its format.  |",
    "| 002          | Invalid body layout      | Follow the documented layout.  |",
    "| 003          | Invalid body parameters  | See `error_details`.           |",
    "| 004          | Invalid lookup values    | See `error_details`.           |",
    "| 005          | Validation failed        | See `error_details`.           |",
    "| 006          | Invalid URL parameter    | Check the URL parameters.      |",
    "| 007          | Record not found         | Try different search criteria. |",
    "## The link is a secret",
    "Whoever holds `link_url` is let in until `expires_at`. Create a link when the customer asks for it and redirect at once;",
    "keep it out of logs, e-mails and analytics. How long a link lives is not documented: read `expires_at`.",
    "## Rate limit",
    "100 requests per second. What is answered beyond that is not documented, neither the status nor a header.",
    "## Not documented",
    "The HTTP status of a success (this contract says 200) and of a failure; idempotency; how long a link lives; whether a link",
    "works more than once; the lengths of the request fields; what happens when two settings contradict each other.",
  ],
};

const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";
const expires_at = "2026-03-13T12:30:00Z";
const portal = "https://pay.kwik.co.za/portal/";

/** The page's examples: component → value. Ids stand in full where the page elides them, see CONTRIBUTING.md. */
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
  "PortalLinkResponse.noSubscription": {
    status: true,
    result: {
      id: "cpl_8sWmTq2ZyLr5vKd0NbXfA",
      session_id: "ses_Jc4-uPz7RkVhQe1YtMwB9",
      customer_id,
      link_url: `${portal}Kq3vZt7RyNc0WmXe5HsLb2PdUfA`,
      expires_at,
    },
  },
  "PortalLinkResponse.subscription": {
    status: true,
    result: {
      id: "cpl_HVpCeoNys1f22X7QcuWHY",
      session_id: "ses_G-xkVKoxHgEBrY8suKgR3",
      customer_id,
      subscription_id,
      link_url: `${portal}a0oDxntJxWlA8LjfOR9bgck9C4w`,
      expires_at,
    },
  },
  "PortalLinkResponse.advancedSettings": {
    status: true,
    result: {
      id: "cpl_Tn6Gx0QwZbVy3JrLe9KcM",
      session_id: "ses_pD2_hXs8FvNaU5mCqYk7E",
      customer_id,
      subscription_id,
      link_url: `${portal}x7PbRm1VtQe9ZkWd4YcLs6HnJgU`,
      expires_at,
    },
  },
  "ErrorResponse.invalidApiKey": {
    status: false,
    error_code: "001",
    error_message: "Invalid API key provided",
  },
  "ErrorResponse.validationFailed": {
    status: false,
    error_code: "005",
    error_message: "Validation failed",
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
  "ErrorResponse.recordNotFound": {
    status: false,
    error_code: "007",
    error_message: "Record not found",
  },
  "ErrorResponse.invalidBodyLayout": {
    status: false,
    error_code: "002",
    error_message: "Invalid body layout",
  },
};

/** Where the examples appear: message → scenarios, in the order docs and the mock show them. */
export const SCENARIOS = {
  request: ["noSubscription", "subscription", "advancedSettings"],
  success: ["noSubscription", "subscription", "advancedSettings"],
  failure: [
    "invalidApiKey",
    "validationFailed",
    "recordNotFound",
    "invalidBodyLayout",
  ],
};

/** What tells the examples apart in the docs. */
export const SUMMARIES: Record<string, string> = {
  "PortalLinkRequest.noSubscription":
    "No subscription: the customer picks a package and creates one",
  "PortalLinkRequest.subscription":
    "Subscription: straight to managing it, or reactivating it",
  "PortalLinkRequest.advancedSettings":
    "Advanced settings: override the dashboard's defaults for this link",
  "PortalLinkResponse.noSubscription":
    "No subscription: no subscription_id in the link either",
  "PortalLinkResponse.subscription":
    "Subscription: the link names the subscription it manages",
  "PortalLinkResponse.advancedSettings":
    "Advanced settings: the settings are not echoed",
  "ErrorResponse.invalidApiKey": "001: the credentials were not accepted",
  "ErrorResponse.validationFailed":
    "005: a field broke a rule, named in dot notation",
  "ErrorResponse.recordNotFound": "007: no such customer or subscription",
  "ErrorResponse.invalidBodyLayout":
    "002: the body is not laid out as documented, so no field can be named",
};
