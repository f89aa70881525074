// The checks of the request and the response as one writes them by hand for speed: what the generated validators are timed against.
import { formats } from "../scripts/generate/validators/formats.js";

const isFormat = (format: string, value: unknown) =>
  typeof value === "string" && !!formats[format]?.regexp.test(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isString = (value: unknown) => typeof value === "string";
const isUri = (value: unknown) => isFormat("uri", value);
/** At most 32 code points. A text never has more code points than UTF-16 units. */
const isShort = (value: unknown) =>
  typeof value === "string" && (value.length <= 32 || [...value].length <= 32);

export function isRequest(value: unknown): boolean {
  if (!isObject(value) || !isString(value.customer_id)) return false;
  for (const name in value) if (!isRequestField(name, value)) return false;
  return true;
}

// A switch, because a Set takes three times as long.
function isRequestField(name: string, value: Record<string, unknown>): boolean {
  switch (name) {
    case "customer_id":
      return true;
    case "subscription_id":
      return isString(value.subscription_id);
    case "settings":
      return isSettings(value.settings);
    default:
      return false;
  }
}

const isSettings = (value: unknown) => {
  if (!isObject(value)) return false;
  for (const name in value) if (!isSetting(name, value[name])) return false;
  return true;
};

function isSetting(name: string, value: unknown): boolean {
  switch (name) {
    case "show_invoices":
    case "show_billing_info":
    case "allow_update_billing_info":
    case "allow_cancel":
    case "allow_switch_plan":
      return typeof value === "boolean";
    case "cancel_type":
      return value === "NOW" || value === "AFTER_BILLING_PERIOD";
    case "products_ids":
      return Array.isArray(value) && value.every(isString);
    case "redirect_url":
      return isUri(value);
    case "page_title":
      return isString(value);
    default:
      return false;
  }
}

export function isResponse(value: unknown): boolean {
  if (!isObject(value) || value.status !== true) return false;
  const { result } = value;
  return (
    isObject(result) &&
    isString(result.id) &&
    isShort(result.session_id) &&
    isShort(result.customer_id) &&
    (result.subscription_id === undefined || isShort(result.subscription_id)) &&
    isUri(result.link_url) &&
    typeof result.expires_at === "string" &&
    isFormat("date-time", result.expires_at)
  );
}
