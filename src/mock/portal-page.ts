import type { PortalLinkRequest } from "../contract/generated.js";
import type { MockAnswer } from "./answers.js";
import { Markup, markup } from "./markup.js";

/** A link of the mock, and what its customer has done with it. */
export interface MockLink {
  request: PortalLinkRequest;
  /** In ms since 1970. */
  expiresAt: number;
  subscription: "none" | "active" | "ending" | "cancelled";
  /** When it ends, in ms since 1970. */
  endsAt?: number;
  product?: string;
  billingName: string;
}

export type PortalAction = "cancel" | "reactivate" | "select" | "update";

/** What the customer sees, as the link's settings have it. */
export function portalPage(
  link: MockLink,
  allowed: readonly PortalAction[],
  products: readonly string[],
): MockAnswer {
  const { request, expiresAt } = link;
  const { customer_id, settings = {} } = request;
  const sections = [
    section("subscription", "Subscription", [
      subscriptionStatus(link),
      allowed.includes("reactivate") && form("reactivate", "Reactivate"),
      allowed.includes("cancel") && form("cancel", "Cancel subscription"),
    ]),
    allowed.includes("select") && selection(link, products),
    settings.show_billing_info !== false && billingInfo(link, allowed),
    settings.show_invoices !== false &&
      section("invoices", "Invoices", [markup`<p>MOCK-1, paid</p>`]),
  ];
  return page(200, settings.page_title ?? "Customer portal", {
    introduction: markup`<p>Customer <code data-testid="customer">${customer_id}</code></p>
<p>This link expires ${time(expiresAt)}.</p>`,
    sections,
    redirectUrl: settings.redirect_url,
  });
}

/** A page that only says something. */
export function messagePage(
  status: number,
  title: string,
  message: string,
  redirectUrl?: string,
): MockAnswer {
  return page(status, title, {
    introduction: markup`<p>${message}</p>`,
    redirectUrl,
  });
}

function subscriptionStatus(link: MockLink): Markup {
  const { request, subscription, product, endsAt = 0 } = link;
  const status = {
    none: "None yet",
    active: "Active",
    ending: markup`Ends on ${time(endsAt)}`,
    cancelled: "Cancelled",
  }[subscription];
  const id = request.subscription_id;
  return markup`<p role="status" data-testid="subscription-status">${status}</p>
${id !== undefined && markup`<p>Subscription <code data-testid="subscription-id">${id}</code></p>\n`}
${product !== undefined && markup`<p>Plan <code data-testid="plan">${product}</code></p>\n`}`;
}

/** The packages of a first subscription, or the plans to switch to. */
function selection(link: MockLink, products: readonly string[]): Markup {
  const isFirst = link.subscription === "none";
  const verb = isFirst ? "Subscribe to" : "Switch to";
  const choices = products.map((id) =>
    id === link.product
      ? markup`<p><code>${id}</code> (selected)</p>\n`
      : form(
          "select",
          `${verb} ${id}`,
          markup`<input type="hidden" name="product" value="${id}">`,
        ),
  );
  const none = markup`<p>There is none to select from.</p>`;
  const content = choices.length > 0 ? choices : [none];
  return section("products", isFirst ? "Packages" : "Plans", content);
}

function billingInfo(
  { billingName }: MockLink,
  allowed: readonly PortalAction[],
): Markup {
  const field = markup`<label>Name <input name="name" value="${billingName}" maxlength="100" required></label> `;
  return section("billing-info", "Billing info", [
    markup`<p>Name: <span data-testid="billing-name">${billingName}</span></p>\n`,
    allowed.includes("update") && form("update", "Update billing info", field),
  ]);
}

function section(
  id: string,
  title: string,
  content: (Markup | false)[],
): Markup {
  return markup`<section aria-labelledby="${id}" data-testid="${id}">
<h2 id="${id}">${title}</h2>
${content}</section>\n`;
}

function form(action: PortalAction, label: string, fields?: Markup): Markup {
  return markup`<form method="post">${fields}<button name="action" value="${action}" data-testid="${action}">${label}</button></form>\n`;
}

/** The contract lets any URI through; only a web address is made a link. */
function back(redirectUrl: string): Markup {
  return /^https?:\/\//i.test(redirectUrl)
    ? markup`<p><a href="${redirectUrl}" data-testid="back-to-site">Back to site</a></p>`
    : markup`<p>Back to site: <code>${redirectUrl}</code>, which is no web address.</p>`;
}

function time(ms: number): Markup {
  const iso = new Date(ms).toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}

interface Content {
  introduction: Markup;
  sections?: (Markup | false)[];
  redirectUrl: string | undefined;
}

function page(
  status: number,
  title: string,
  { introduction, sections, redirectUrl }: Content,
): MockAnswer {
  const { html } = markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} (mock)</title>
<style>${STYLE}</style>
<header>This is a mock of the customer portal: nothing here is real. What the link does not set is switched on.</header>
<main>
<div class="side">
<h1 data-testid="page-title">${title}</h1>
${introduction}
${redirectUrl !== undefined && back(redirectUrl)}
</div>
${sections && markup`<div>\n${sections}</div>`}
</main>
</html>
`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
    body: html,
    note: status === 200 ? "portal page" : title.toLowerCase(),
  };
}

const STYLE = new Markup(`
:root { color-scheme: light dark; --text: light-dark(#1d2330, #e6e9ef); --dim: light-dark(#566074, #a3adbf);
  --line: light-dark(#dfe3ea, #343b48); --page: light-dark(#fff, #14181f); --mark: light-dark(#fff3d1, #3a2f0f);
  --link: light-dark(#1550b8, #8ab4f8) }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
header { padding: .5rem 1rem; text-align: center; background: var(--mark) }
main { display: flex; flex-wrap: wrap; gap: 0 3rem; max-width: 64rem; margin: 0 auto; padding: 1rem }
main > * { flex: 999 1 24rem; min-width: 0; overflow-wrap: anywhere }
main > .side { flex: 1 1 18rem; color: var(--dim) }
h1, h2 { line-height: 1.2; color: var(--text) }
section { margin: 1rem 0; padding: 0 1rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
h2 { font-size: 1.2rem }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0 }
a { color: var(--link) }
button, input { max-width: 100%; min-height: 2.5rem; padding: .25rem 1rem; font: inherit; color: var(--text);
  background: var(--page); border: 1px solid var(--dim); border-radius: .25rem; overflow-wrap: anywhere }
button { color: var(--page); background: var(--link); border-color: var(--link); cursor: pointer }
`);
