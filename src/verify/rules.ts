/** One thing that a provider has to do. */
export interface Rule {
  id: string;
  /** The sentence it comes from; of a rule of our own, what it asks for. */
  says: string;
  /** Where that is written. */
  source: "page" | "vendor" | "contract" | "ours";
  /** A provider that breaks it still works. */
  isWarning?: true;
}

const parameter = (field: string, says: string): Rule => ({
  id: `request.${field}`,
  says,
  source: "page",
});
const result = (field: string, says: string): Rule => ({
  id: `result.${field}`,
  says,
  source: "page",
});

/** In the order in which they are told. "vendor" is what the vendor's other pages say; "contract" what ours adds to the page. */
export const RULES: readonly Rule[] = [
  {
    id: "accepted.noSubscription",
    says: "When no subscription_id is provided, the customer will be presented with the available packages and can create a new subscription.",
    source: "page",
  },
  {
    id: "accepted.subscription",
    says: "The example below includes both the customer_id and subscription_id. This allows the customer to manage a specific subscription.",
    source: "page",
  },
  {
    id: "accepted.advancedSettings",
    says: "The example below demonstrates how to override the default settings configured in the dashboard.",
    source: "page",
  },
  { id: "answer.json", says: "application/json", source: "vendor" },
  {
    id: "answer.envelope",
    says: '{ "status": true, "result": { … } }',
    source: "page",
  },
  {
    id: "answer.status",
    says: "status: Boolean. Indicates if the request was successful",
    source: "page",
  },
  {
    id: "answer.result",
    says: '"result": { "id": …, "session_id": …, … }',
    source: "page",
  },
  result("id", "String. Unique customer portal link identifier"),
  result("session_id", "String(32). Session identifier for the portal link"),
  result("customer_id", "String(32). Associated customer ID"),
  result(
    "subscription_id",
    "String(32). Associated subscription ID, when a subscription_id was supplied",
  ),
  result("link_url", "String. URL to redirect the user to the customer portal"),
  result("expires_at", "String. ISO timestamp when the portal link expires"),
  {
    id: "result.ids",
    says: "Associated customer ID; Associated subscription ID",
    source: "page",
  },
  {
    id: "result.link_url.usable",
    says: "The link is https, or http where the provider is on loopback.",
    source: "ours",
  },
  {
    id: "result.expires_at.future",
    says: "A link that was just created expires later than now, and within a year.",
    source: "ours",
  },
  {
    id: "result.distinct",
    says: "Unique customer portal link identifier",
    source: "page",
  },
  {
    id: "auth.required",
    says: "HTTP Basic, user = api_key, password = api_secret",
    source: "vendor",
  },
  {
    id: "auth.checked",
    says: "001: Invalid API key provided",
    source: "vendor",
  },
  parameter(
    "customer_id",
    "customer_id: Y, String. The customer the portal link is generated for",
  ),
  parameter(
    "subscription_id",
    "subscription_id: N, String. Manage a specific subscription.",
  ),
  parameter(
    "settings",
    "settings: N, Object. Override the default portal settings.",
  ),
  parameter(
    "settings.show_invoices",
    "settings.show_invoices: N, Boolean. Allow the user to view their invoices",
  ),
  parameter(
    "settings.show_billing_info",
    "settings.show_billing_info: N, Boolean. Show the user's billing info",
  ),
  parameter(
    "settings.allow_update_billing_info",
    "settings.allow_update_billing_info: N, Boolean. Allow the user to update their billing info",
  ),
  parameter(
    "settings.allow_cancel",
    "settings.allow_cancel: N, Boolean. Allow the user to cancel the subscription",
  ),
  parameter(
    "settings.allow_switch_plan",
    "settings.allow_switch_plan: N, Boolean. Allow the user to switch to another plan",
  ),
  parameter(
    "settings.cancel_type",
    "settings.cancel_type: N, ENUM. When a cancellation takes effect: NOW or AFTER_BILLING_PERIOD",
  ),
  parameter(
    "settings.products_ids",
    "settings.products_ids: N, Array. Product ids the user can select from.",
  ),
  parameter(
    "settings.redirect_url",
    'settings.redirect_url: N, String. Where the user is redirected when they select "back to site" or close the link',
  ),
  parameter(
    "settings.page_title",
    "settings.page_title: N, String. Override the left-side page title",
  ),
  {
    id: "request.unknown",
    says: "A field that is not in the contract is refused: it may be a slip.",
    source: "contract",
  },
  { id: "failure.json", says: "application/json", source: "vendor" },
  {
    id: "failure.status",
    says: "All API calls that return status as false follow this format.",
    source: "vendor",
  },
  { id: "failure.error_code", says: "error_code: string(3)", source: "vendor" },
  {
    id: "failure.error_message",
    says: "error_message: string(32). Describes the code",
    source: "vendor",
  },
  {
    id: "failure.error_details",
    says: "error_details: array of objects, if present. The errors found on specific records",
    source: "vendor",
  },
  {
    id: "lengths",
    says: "String(32), string(3): a longest length",
    source: "page",
    isWarning: true,
  },
];

/** What openapi/workflows/portal-link.arazzo.yaml sends, in its order: workflow → the rule that it is about. */
export const STEPS: Readonly<Record<string, string>> = {
  noSubscription: "accepted.noSubscription",
  again: "accepted.noSubscription",
  subscription: "accepted.subscription",
  advancedSettings: "accepted.advancedSettings",
  noCredentials: "auth.required",
  wrongKey: "auth.checked",
  wrongSecret: "auth.checked",
  missingCustomerId: "request.customer_id",
  customerIdNumber: "request.customer_id",
  subscriptionIdNumber: "request.subscription_id",
  settingsString: "request.settings",
  showInvoicesString: "request.settings.show_invoices",
  showBillingInfoString: "request.settings.show_billing_info",
  allowUpdateBillingInfoString: "request.settings.allow_update_billing_info",
  allowCancelString: "request.settings.allow_cancel",
  allowSwitchPlanString: "request.settings.allow_switch_plan",
  foreignCancelType: "request.settings.cancel_type",
  lowerCaseCancelType: "request.settings.cancel_type",
  productsIdsString: "request.settings.products_ids",
  productsIdsOfNumbers: "request.settings.products_ids",
  redirectUrlRelative: "request.settings.redirect_url",
  pageTitleNumber: "request.settings.page_title",
  unknownField: "request.unknown",
  unknownSetting: "request.unknown",
};

/** The workflows that need a subscription. */
export const NEED_SUBSCRIPTION: readonly string[] = [
  "subscription",
  "advancedSettings",
];

/** Whether the workflow creates a link; else it must be refused. */
export function isAboutLink(step: string): boolean {
  return STEPS[step]?.startsWith("accepted.") ?? false;
}
