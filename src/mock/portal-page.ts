import type {
  PortalLinkRequest,
  PortalSettings,
} from "../contract/generated.js";
import { escapeHtml } from "../contract/escape-html.js";
import type { MockAnswer } from "./answers.js";

/** What a link of the mock stands for. */
export interface MockLink {
  request: PortalLinkRequest;
  /** In ms since 1970. */
  expiresAt: number;
}

const LINKS_KEPT = 1000;

/** Plays the portal behind the mock's links. */
export function createPortal() {
  // Two generations: when the younger one is full the older one goes, in one step.
  let links = new Map<string, MockLink>();
  let older = links;
  return {
    add(token: string, link: MockLink): void {
      if (links.size === LINKS_KEPT) {
        older = links;
        links = new Map();
      }
      links.set(token, link);
    },
    /** What the customer sees who opens the link. */
    page(token: string, now: number): MockAnswer {
      const link = links.get(token) ?? older.get(token);
      if (!link)
        return page(404, "Unknown link", [
          "<p>No link of this mock leads here. It keeps the last thousand, until it stops.</p>",
        ]);
      if (link.expiresAt <= now)
        return page(410, "Expired link", [
          `<p>This link expired ${time(link.expiresAt)}. Ask for a new one.</p>`,
        ]);
      return portalPage(link);
    },
  };
}

function portalPage({ request, expiresAt }: MockLink): MockAnswer {
  const { customer_id, subscription_id, settings = {} } = request;
  return page(
    200,
    settings.page_title ?? "Customer portal",
    [
      "<dl>",
      row("Customer", `<code>${escapeHtml(customer_id)}</code>`),
      row(
        "Subscription",
        subscription_id === undefined
          ? "None: the customer selects a package and creates one"
          : `<code>${escapeHtml(subscription_id)}</code>: managed here, or activated if it is inactive`,
      ),
      row("Link expires", time(expiresAt)),
      "</dl>",
      "<h2>Sections</h2>",
      "<dl>",
      ...sections(settings),
      "</dl>",
    ],
    settings.redirect_url,
  );
}

const DEFAULT = "Account default";

function sections(settings: PortalSettings): string[] {
  const state = (value: boolean | undefined, yes: string, no: string) =>
    value === undefined ? DEFAULT : value ? yes : no;
  const shown = (value?: boolean) => state(value, "Shown", "Hidden");
  const allowed = (value?: boolean) => state(value, "Allowed", "Not allowed");
  const effect = {
    NOW: "At once",
    AFTER_BILLING_PERIOD: "When the billing period ends",
  };
  const { cancel_type, products_ids } = settings;
  return [
    section("show_invoices", "Invoices", shown(settings.show_invoices)),
    section(
      "show_billing_info",
      "Billing info",
      shown(settings.show_billing_info),
    ),
    section(
      "allow_update_billing_info",
      "Updating the billing info",
      allowed(settings.allow_update_billing_info),
    ),
    section(
      "allow_cancel",
      "Cancelling the subscription",
      allowed(settings.allow_cancel),
    ),
    section(
      "cancel_type",
      "A cancellation takes effect",
      cancel_type ? effect[cancel_type] : DEFAULT,
    ),
    section(
      "allow_switch_plan",
      "Switching to another plan",
      allowed(settings.allow_switch_plan),
    ),
    section(
      "products_ids",
      "Products to select from",
      products_ids
        ? products_ids
            .map((id) => `<code>${escapeHtml(id)}</code>`)
            .join(" ") || "None"
        : DEFAULT,
    ),
  ];
}

function section(setting: string, title: string, state: string): string {
  return row(title, state, ` data-setting="${setting}"`);
}

function row(term: string, description: string, attributes = ""): string {
  return `<div${attributes}><dt>${term}</dt><dd>${description}</dd></div>`;
}

function page(
  status: number,
  title: string,
  content: string[],
  redirectUrl?: string,
): MockAnswer {
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} (mock)</title>
<style>${STYLE}</style>
<header>This is a mock of the customer portal. Nothing here is real.</header>
<main>
<h1>${escapeHtml(title)}</h1>
${content.join("\n")}
${back(redirectUrl)}
</main>
</html>
`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
    body,
    note: status === 200 ? "portal page" : title.toLowerCase(),
  };
}

/** The contract lets any URI through; only a web address is made a link. */
function back(redirectUrl: string | undefined): string {
  if (redirectUrl === undefined) return "";
  return /^https?:/i.test(redirectUrl)
    ? `<p><a href="${escapeHtml(redirectUrl)}">Back to site</a></p>`
    : `<p>Back to site: <code>${escapeHtml(redirectUrl)}</code>, which is no web address.</p>`;
}

function time(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}

const STYLE = `
:root { color-scheme: light dark; --text: light-dark(#1d2330, #e6e9ef); --dim: light-dark(#566074, #a3adbf);
  --line: light-dark(#dfe3ea, #343b48); --page: light-dark(#fff, #14181f); --mark: light-dark(#fff3d1, #3a2f0f);
  --link: light-dark(#1550b8, #8ab4f8) }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
header { padding: .5rem 1rem; text-align: center; background: var(--mark) }
main { max-width: 44rem; margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere }
h2 { margin-top: 2rem; font-size: 1.2rem }
dl { margin: 0; border-top: 1px solid var(--line) }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
dt { flex: 1 0 14rem; color: var(--dim) }
dd { flex: 1 1 14rem; margin: 0; overflow-wrap: anywhere }
a { color: var(--link) }
`;
