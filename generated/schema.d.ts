// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/customer-portal/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a customer portal link
         * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
         *
         * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
         * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
         * - With `settings` this one link overrides the defaults configured in the dashboard.
         */
        post: operations["createPortalLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * When a cancellation takes effect.
         *
         * - `NOW`: at once.
         * - `AFTER_BILLING_PERIOD`: when the billing period ends.
         * @example AFTER_BILLING_PERIOD
         * @enum {string}
         */
        CancelType: CancelType;
        /**
         * Override the default portal settings for this link only. Omit to use your account defaults, as configured in the dashboard.
         * Unknown fields are refused. That is our rule; the vendor does not say.
         */
        PortalSettings: PortalSettings;
        /** Whom the link is for, and what it lets them do. Unknown fields are refused. That is our rule; the vendor does not say. */
        PortalLinkRequest: PortalLinkRequest;
        /** What is wrong with one field. */
        FieldError: FieldError;
        /** One record of the request and what is wrong with it. */
        ErrorDetail: ErrorDetail;
        /** The envelope of a failure, under any HTTP status. */
        ErrorResponse: ErrorResponse;
        /** A link to the customer portal. The API may add fields; ignore those you do not know. */
        PortalLink: PortalLink;
        /** The envelope of a success. */
        PortalLinkResponse: PortalLinkResponse;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the link is for, and what it lets them do. Unknown fields are refused. That is our rule; the vendor does not say. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalLinkRequest"];
            };
        };
        responses: {
            /** The link was created. Redirect the customer to `result.link_url`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalLinkResponse"];
                };
            };
            /**
             * The API said no. **The HTTP status of a failure is not documented**: read `status` and `error_code` from the body, under
             * any HTTP status, 200 included.
             */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}
/**
 * When a cancellation takes effect.
 *
 * - `NOW`: at once.
 * - `AFTER_BILLING_PERIOD`: when the billing period ends.
 * @example AFTER_BILLING_PERIOD
 * @enum {string}
 */
export type CancelType = "NOW" | "AFTER_BILLING_PERIOD";
/**
 * Override the default portal settings for this link only. Omit to use your account defaults, as configured in the dashboard.
 * Unknown fields are refused. That is our rule; the vendor does not say.
 */
export interface PortalSettings {
    /**
     * Allow the customer to view their invoices.
     * @example true
     */
    show_invoices?: boolean | undefined;
    /**
     * Show the customer's billing info.
     * @example true
     */
    show_billing_info?: boolean | undefined;
    /**
     * Allow the customer to update their billing info.
     * @example true
     */
    allow_update_billing_info?: boolean | undefined;
    /**
     * Allow the customer to cancel the subscription.
     * @example true
     */
    allow_cancel?: boolean | undefined;
    /**
     * When a cancellation takes effect.
     *
     * - `NOW`: at once.
     * - `AFTER_BILLING_PERIOD`: when the billing period ends.
     */
    cancel_type?: components["schemas"]["CancelType"] | undefined;
    /**
     * Allow the customer to switch to another plan.
     * @example true
     */
    allow_switch_plan?: boolean | undefined;
    /**
     * The products the customer can select from. The portal groups them by interval and orders them from the smallest
     * amount to the largest.
     * @example [
     *   "pro_abc123",
     *   "pro_def456"
     * ]
     */
    products_ids?: readonly string[] | undefined;
    /**
     * Format: uri
     * Where the customer is redirected when they select "back to site" or close the link. Must be an absolute URI, as in
     * `https://example.com/path`. That is our rule; the vendor does not say.
     * @example https://my-portal.site.com
     */
    redirect_url?: string | undefined;
    /**
     * Override the page title on the left side of the portal.
     * @example My SaaS business
     */
    page_title?: string | undefined;
}
/** Whom the link is for, and what it lets them do. Unknown fields are refused. That is our rule; the vendor does not say. */
export interface PortalLinkRequest {
    /**
     * The customer the portal link is generated for. Must not be empty. That is our rule; the vendor does not say.
     * @example cus_abc123
     */
    customer_id: string;
    /**
     * Manage this one subscription. If it is inactive the customer can activate it. If omitted, the customer can select a
     * package to create a new subscription. The response has a `subscription_id` exactly when the request has one.
     * Must not be empty. That is our rule; the vendor does not say.
     * @example sub_abc123
     */
    subscription_id?: string | undefined;
    /**
     * Override the default portal settings for this link only. Omit to use your account defaults, as configured in the dashboard.
     * Unknown fields are refused. That is our rule; the vendor does not say.
     */
    settings?: components["schemas"]["PortalSettings"] | undefined;
}
/** What is wrong with one field. */
export interface FieldError {
    /**
     * What is wrong, in a sentence.
     * @example settings.cancel_type must be NOW or AFTER_BILLING_PERIOD.
     */
    message: string;
    /**
     * The rule that was broken.
     * @example enum
     */
    rule: string;
}
/** One record of the request and what is wrong with it. */
export interface ErrorDetail {
    /** The request record that contains an error. */
    record: {
        [key: string]: unknown;
    };
    /** The errors by field. Nested fields are in dot notation, such as `settings.cancel_type`. */
    errors: {
        [key: string]: components["schemas"]["FieldError"];
    };
}
/** The envelope of a failure, under any HTTP status. */
export interface ErrorResponse {
    /**
     * Always `false`.
     * @example false
     * @constant
     * @enum {boolean}
     */
    status: false;
    /**
     * Why the request failed, with the vendor's advice. More codes exist than are documented, so stay open to them.
     *
     * - `001`: Invalid API key provided. Check the key and its format.
     * - `002`: Invalid body layout. Follow the documented layout.
     * - `003`: Invalid body parameters. See `error_details`.
     * - `004`: Invalid lookup values. See `error_details`.
     * - `005`: Validation failed. See `error_details`.
     * - `006`: Invalid URL parameter. Check the URL parameters.
     * - `007`: Record not found. Try different search criteria.
     * @example 005
     */
    error_code: string;
    /**
     * Describes the code.
     * @example Validation failed
     */
    error_message: string;
    /** The errors found on specific records, if any. */
    error_details?: components["schemas"]["ErrorDetail"][];
}
/** A link to the customer portal. The API may add fields; ignore those you do not know. */
export interface PortalLink {
    /**
     * Unique customer portal link identifier.
     * @example cpl_HVpCeoNys1f22X7QcuWHY
     */
    id: string;
    /**
     * Session identifier for the portal link. Treat it as a secret, like `link_url`.
     * @example ses_G-xkVKoxHgEBrY8suKgR3
     */
    session_id: string;
    /**
     * The customer the link is for, as in the request.
     * @example cus_abc123
     */
    customer_id: string;
    /**
     * The subscription the link manages. Present exactly when the request supplied a `subscription_id`.
     * @example sub_abc123
     */
    subscription_id?: string;
    /**
     * Format: uri
     * Where to redirect the customer, to the customer portal. Whoever holds it is let in until `expires_at`, so treat it as
     * a secret.
     * @example https://pay.kwik.co.za/portal/a0oDxntJxWlA8LjfOR9bgck9C4w
     */
    link_url: string;
    /**
     * Format: date-time
     * When the link expires, an ISO 8601 timestamp.
     * @example 2026-03-13T12:30:00Z
     */
    expires_at: string;
}
/** The envelope of a success. */
export interface PortalLinkResponse {
    /**
     * Indicates if the request was successful. `false` makes it an `ErrorResponse`, under any HTTP status.
     * @example true
     * @constant
     * @enum {boolean}
     */
    status: true;
    /** A link to the customer portal. The API may add fields; ignore those you do not know. */
    result: components["schemas"]["PortalLink"];
}
