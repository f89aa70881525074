import type { PortalLinkRequest } from "../contract/generated.js";
import type { MockAnswer } from "./answers.js";
import type { IncomingRequest } from "./incoming-request.js";
import {
  messagePage,
  portalPage,
  type MockLink,
  type PortalAction,
} from "./portal-page.js";

const LINKS_KEPT = 1000;
/** In characters of the requests. */
const REQUESTS_KEPT = 4 * 1024 * 1024;
const BILLING_PERIOD_MS = 30 * 24 * 60 * 60 * 1000;
/** What the customer can select from when the request does not say: made up, as the account's products are unknown. */
const PRODUCTS = ["pro_mock_small", "pro_mock_large"];

/** Plays the portal behind the mock's links. */
export function createPortal() {
  // Two generations: when the younger one is full the older one goes, in one step.
  let links: StoredLink[] = [];
  let older = links;
  let size = 0;
  return {
    /** @param request As JSON: most links are never opened. */
    add(token: string, request: string, expiresAt: number): void {
      if (links.length === LINKS_KEPT || size > REQUESTS_KEPT) {
        older = links;
        links = [];
        size = 0;
      }
      size += request.length;
      links.push({ token, request, expiresAt });
    },

    /** What the customer sees who opens the link, or selects something there. */
    answer(
      token: string,
      { method, body }: IncomingRequest,
      now: number,
    ): MockAnswer {
      const isStored = (link: StoredLink) => link.token === token;
      const stored = links.find(isStored) ?? older.find(isStored);
      if (!stored)
        return messagePage(
          404,
          "Unknown link",
          "No link of this mock leads here. It keeps the last thousand, until it stops.",
        );
      const link = (stored.opened ??= openLink(stored));
      const redirectUrl = link.request.settings?.redirect_url;
      if (link.expiresAt <= now)
        return messagePage(
          410,
          "Expired link",
          "This link has expired. Ask for a new one.",
          redirectUrl,
        );
      if (method !== "POST")
        return portalPage(link, allowedActions(link), productsOf(link));
      if (!perform(link, new URLSearchParams(body), now))
        return messagePage(
          403,
          "Not allowed",
          "This link does not let the customer do that.",
          redirectUrl,
        );
      // Relative: the page is shown again, and loading that anew repeats nothing.
      const headers = { location: token, "cache-control": "no-store" };
      return { status: 303, headers, body: "", note: "portal action" };
    },
  };
}

interface StoredLink {
  token: string;
  request: string;
  expiresAt: number;
  opened?: MockLink;
}

function openLink({ request: text, expiresAt }: StoredLink): MockLink {
  const request = JSON.parse(text) as PortalLinkRequest;
  const subscription =
    request.subscription_id === undefined ? "none" : "active";
  return { request, expiresAt, subscription, billingName: "Jane Doe" };
}

function productsOf({ request: { settings } }: MockLink): readonly string[] {
  return settings?.products_ids ?? PRODUCTS;
}

/** A setting that the request leaves out is the account's, which is unknown: the mock takes it to be on. */
function allowedActions({ request, subscription }: MockLink): PortalAction[] {
  const { settings = {} } = request;
  const isAllowed: Record<PortalAction, boolean> = {
    cancel: subscription === "active" && settings.allow_cancel !== false,
    reactivate: subscription === "cancelled",
    select:
      subscription === "none" ||
      (subscription === "active" && settings.allow_switch_plan !== false),
    update:
      settings.show_billing_info !== false &&
      settings.allow_update_billing_info !== false,
  };
  return (Object.keys(isAllowed) as PortalAction[]).filter(
    (action) => isAllowed[action],
  );
}

/** @returns whether the link lets the customer do it. */
function perform(link: MockLink, form: URLSearchParams, now: number): boolean {
  const action = allowedActions(link).find((one) => one === form.get("action"));
  const product = productsOf(link).find((one) => one === form.get("product"));
  switch (action) {
    case "cancel":
      if (link.request.settings?.cancel_type === "AFTER_BILLING_PERIOD") {
        link.subscription = "ending";
        link.endsAt = now + BILLING_PERIOD_MS;
      } else link.subscription = "cancelled";
      return true;
    case "reactivate":
      link.subscription = "active";
      return true;
    case "select":
      if (product === undefined) return false;
      link.subscription = "active";
      link.product = product;
      return true;
    case "update":
      link.billingName = (form.get("name") ?? "").slice(0, 100);
      return true;
    default:
      return false;
  }
}
