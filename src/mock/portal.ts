import { examples, type PortalLinkRequest } from "../contract/generated.js";
import type { IncomingRequest, MockAnswer } from "./answers.js";
import { markup, page, redirect, section, type Markup } from "./page.js";

/** Of a link: its token has 27 characters, and `portalUrl` may have any path. */
export const PORTAL_PATH = /\/(portal\/[\w-]+|[\w-]{27})$/;
const { link_url } = examples.response.noSubscription.result;
export const DOCUMENTED_PORTAL = link_url.replace(/[^/]+$/, "");

type PortalAction = "cancel" | "reactivate" | "select" | "update";
const ACTIONS: PortalAction[] = ["cancel", "reactivate", "select", "update"];

/** The account's own products are unknown. */
const MADE_UP_PRODUCTS = ["pro_mock_small", "pro_mock_large"];
const BILLING_PERIOD_MS = 30 * 24 * 60 * 60 * 1000;
const UNKNOWN = "No link of this mock leads here.";
const KEPT = "It keeps the last thousand, until it stops.";

type MockLink = ReturnType<typeof createMockLink>;

/** A link of the mock, and what its customer has done with it. Times are in ms since 1970. */
function createMockLink(request: PortalLinkRequest, expiresAt: number) {
  const { settings = {}, subscription_id } = request;
  const isNew = subscription_id === undefined;
  type Status = "none" | "active" | "ending" | "cancelled";
  return {
    ...{ request, settings, expiresAt, endsAt: 0, billingName: "Jane Doe" },
    status: (isNew ? "none" : "active") as Status,
    plan: isNew ? undefined : MADE_UP_PRODUCTS[0],
    products: [...new Set(settings.products_ids ?? MADE_UP_PRODUCTS)],
  };
}

/** Plays the portal behind the last thousand links. */
export function createPortal() {
  const links = new Map<string, MockLink>();
  return {
    has: (token: string): boolean => links.has(token),

    add(token: string, request: PortalLinkRequest, expiresAt: number): void {
      links.set(token, createMockLink(request, expiresAt));
      const [oldest = ""] = links.keys();
      if (links.size > 1000) links.delete(oldest);
    },

    /** What the customer sees who opens the link, or selects something there. */
    answer(token: string, incoming: IncomingRequest, now: number): MockAnswer {
      const link = links.get(token);
      const say = (status: number, title: string, message: string) =>
        page(status, title, markup`<p>${message}</p>\n${back(link?.settings)}`);
      if (!link) return say(404, "Unknown link", `${UNKNOWN} ${KEPT}`);
      const expired = "This link has expired. Ask for a new one.";
      if (link.expiresAt <= now) return say(410, "Expired link", expired);
      const allowed = allowedActions(link);
      if (incoming.method !== "POST") return portalPage(link, allowed);
      const form = new URLSearchParams(incoming.body);
      const asked = ACTIONS.find((name) => name === form.get("action"));
      const action = allowed.find((name) => name === asked);
      if (action === "cancel") link.endsAt = now + BILLING_PERIOD_MS;
      if (action && perform(action, link, form))
        return redirect(token, `portal action: ${action}`);
      const refused =
        "This link does not let the customer do that, or not any more.";
      const note = `not allowed: ${asked ?? "no such action"}`;
      return { ...say(403, "Not allowed", refused), note };
    },
  };
}

/** A setting that the request leaves out is the account's, which is unknown: the mock takes it to be on. */
function allowedActions({ status, settings }: MockLink): PortalAction[] {
  const isActive = status === "active";
  const canSwitch = isActive && settings.allow_switch_plan !== false;
  const seesBilling = settings.show_billing_info !== false;
  const isAllowed = {
    cancel: isActive && settings.allow_cancel !== false,
    reactivate: status === "ending" || status === "cancelled",
    select: status === "none" || canSwitch,
    update: seesBilling && settings.allow_update_billing_info !== false,
  };
  return ACTIONS.filter((action) => isAllowed[action]);
}

/** @returns whether there is such a product to select; everything else works. */
function perform(action: PortalAction, link: MockLink, form: URLSearchParams) {
  const product = link.products.find((id) => id === form.get("product"));
  const name = form.get("name")?.trim();
  if (action === "select" && product === undefined) return false;
  if (action === "select") link.plan = product;
  if (action === "update")
    link.billingName = name?.slice(0, 100) || link.billingName;
  else if (action === "cancel") {
    const isLater = link.settings.cancel_type === "AFTER_BILLING_PERIOD";
    link.status = isLater ? "ending" : "cancelled";
  } else link.status = "active";
  return true;
}

/** What the customer sees, as the link's settings have it. */
function portalPage(link: MockLink, allowed: PortalAction[]) {
  const { request, settings } = link;
  const isAllowed = (action: PortalAction) => allowed.includes(action);
  const sections = [
    section("subscription", "Subscription", [
      subscription(link),
      isAllowed("reactivate") && form("reactivate", "Reactivate"),
      isAllowed("cancel") && form("cancel", "Cancel subscription"),
    ]),
    isAllowed("select") && selection(link),
    settings.show_billing_info !== false &&
      section("billing-info", "Billing info", [
        markup`<p>Name: <span data-testid="billing-name">${link.billingName}</span></p>\n`,
        isAllowed("update") && form("update", "Update billing info", [NAME]),
      ]),
    settings.show_invoices !== false &&
      section("invoices", "Invoices", [markup`<p>MOCK-1, paid</p>\n`]),
  ];
  const title = settings.page_title || "Customer portal";
  const introduction = markup`<p>Customer <code data-testid="customer">${request.customer_id}</code></p>
<p>This link expires ${time(link.expiresAt)}.</p>
${back(settings)}`;
  return { ...page(200, title, introduction, sections), note: "portal page" };
}

function subscription({ request, plan, endsAt, status }: MockLink): Markup {
  const words = {
    none: "None yet",
    active: "Active",
    ending: markup`Ends on ${time(endsAt)}`,
    cancelled: "Cancelled",
  };
  const { subscription_id: id } = request;
  const note = plan && MADE_UP_PRODUCTS.includes(plan) && " (made up)";
  return markup`<p role="status" data-testid="subscription-status">${words[status]}</p>
${id && markup`<p>Subscription <code data-testid="subscription-id">${id}</code></p>\n`}
${plan !== undefined && markup`<p>Plan <code data-testid="plan">${plan}</code>${note}</p>\n`}`;
}

/** The packages of a first subscription, or the plans to switch to. */
function selection(link: MockLink): Markup {
  const isFirst = link.status === "none";
  const choices = link.products
    .filter((id) => id !== link.plan)
    .map((id, at) => {
      const checked = at === 0 && markup` checked`;
      return markup`<label><input type="radio" name="product" value="${id}"${checked}> <code>${id}</code></label>\n`;
    });
  return section("products", isFirst ? "Packages" : "Other plans", [
    choices.length > 0
      ? form("select", isFirst ? "Subscribe" : "Switch plan", choices)
      : markup`<p>There is none to select from.</p>\n`,
  ]);
}

const NAME = markup`<label>New name <input name="name" maxlength="100" required></label>\n`;

function form(action: PortalAction, label: string, fields: Markup[] = []) {
  const look = action === "cancel" && markup` class="other"`;
  return markup`<form method="post"><div class="fields">${fields}</div><p class="buttons"><button name="action" value="${action}" data-testid="${action}"${look}>${label}</button></p></form>\n`;
}

/** The contract lets any URI through; only a web address is made a link. */
function back({ redirect_url: url }: MockLink["settings"] = {}) {
  if (url === undefined) return undefined;
  return /^https?:\/\//i.test(url)
    ? markup`<p><a href="${url}" data-testid="back-to-site">Back to site</a></p>\n`
    : markup`<p>Back to site: <code>${url}</code>, which is no web address.</p>\n`;
}

function time(ms: number): Markup {
  const iso = new Date(ms).toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}
