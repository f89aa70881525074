// The page behind a link of the mock plays the portal.
import { expect, test } from "vitest";
import type { PortalLinkRequest, PortalSettings } from "../../src/index.js";
import { createMockHandler, type MockHandler } from "../../src/mock.js";
import { createPortal } from "../../src/mock/portal.js";
import { linkRequest } from "../link-request.js";

async function openPortal(
  settings?: PortalSettings,
  {
    request = { customer_id: "cus_mine", subscription_id: "sub_mine" },
    mock = createMockHandler({ clock: () => 0 }),
  }: { request?: PortalLinkRequest; mock?: MockHandler } = {},
) {
  const response = await mock(linkRequest({ ...request, settings }));
  const { result } = (await response.json()) as {
    result: { link_url: string };
  };
  const read = () => mock(new Request(result.link_url));
  const see = async () => seenIn(await (await read()).text());
  /** As the browser submits a form of the page. */
  const submit = async (fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const init = { method: "POST", body };
    return (await mock(new Request(result.link_url, init))).status;
  };
  return { mock, read, see, submit, linkUrl: result.link_url };
}

const idsIn = (html: string) =>
  [...html.matchAll(/data-testid="([\w-]+)"/g)].map(([, id = ""]) => id);

/** The words of each `data-testid`, tags left out. */
const seenIn = (html: string) =>
  Object.fromEntries(
    idsIn(html).map((id) => {
      const [, , content = ""] =
        new RegExp(`<(\\w+)[^>]* data-testid="${id}".*?>(.*?)</\\1>`, "s").exec(
          html,
        ) ?? [];
      return [id, content.replace(/(<.*?>|\s)+/gs, " ").trim()];
    }),
  );

test("shows whose it is, the title and the way back", async () => {
  const { read } = await openPortal({
    page_title: "My SaaS business",
    redirect_url: "https://my.example/?a=1&b=2",
  });
  const response = await read();
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("This is a mock of the customer portal");
  expect(html).toContain(
    '<time datetime="1970-01-01T00:30:00.000Z">1970-01-01 00:30 UTC</time>',
  );
  expect(html).toContain('href="https://my.example/?a=1&#38;b=2"');
  expect(html).toContain("<title>My SaaS business (mock)</title>");
  expect(seenIn(html)).toMatchObject({
    "page-title": "My SaaS business",
    customer: "cus_mine",
    "subscription-id": "sub_mine",
    "back-to-site": "Back to site",
  });
});

test("what the settings leave out is switched on", async () => {
  const { read } = await openPortal();
  const html = await (await read()).text();
  expect(idsIn(html)).toEqual([
    "page-title",
    "customer",
    "subscription",
    "subscription-status",
    "subscription-id",
    "cancel",
    "products",
    "select",
    "select",
    "billing-info",
    "billing-name",
    "update",
    "invoices",
  ]);
  expect(seenIn(html)).toMatchObject({
    "page-title": "Customer portal",
    "subscription-status": "Active",
    products: "Plans Switch to pro_mock_small Switch to pro_mock_large",
    "billing-info": "Billing info Name: Jane Doe Name Update billing info",
    invoices: "Invoices MOCK-1, paid",
  });
});

test.for([
  [{ show_invoices: false }, ["invoices"]],
  [{ show_billing_info: false }, ["billing-info", "billing-name", "update"]],
  [{ allow_update_billing_info: false }, ["update"]],
  [{ allow_cancel: false }, ["cancel"]],
  [{ allow_switch_plan: false }, ["products", "select", "select"]],
] as [PortalSettings, string[]][])(
  "%j takes away %j, and nothing else",
  async ([settings, gone], { expect }) => {
    const [all, fewer] = await Promise.all(
      [{}, settings].map(async (one) => {
        const { read } = await openPortal(one);
        return idsIn(await (await read()).text());
      }),
    );
    expect(all?.filter((id) => !fewer?.includes(id))).toEqual(gone);
    expect(fewer?.filter((id) => !all?.includes(id))).toEqual([]);
  },
);

test.for([[{ cancel_type: "NOW" }], [undefined]] as [PortalSettings?][])(
  "with %j a subscription is cancelled at once, and can be reactivated",
  async ([settings], { expect }) => {
    const { see, submit } = await openPortal(settings);
    expect(await submit({ action: "reactivate" })).toBe(403);
    expect(await submit({ action: "cancel" })).toBe(303);
    const cancelled = await see();
    expect(cancelled["subscription-status"]).toBe("Cancelled");
    expect(cancelled.subscription).toMatch(/Reactivate$/);
    expect(cancelled).not.toHaveProperty("products");
    expect(await submit({ action: "cancel" })).toBe(403);
    expect(await submit({ action: "select", product: "pro_mock_small" })).toBe(
      403,
    );
    expect(await submit({ action: "reactivate" })).toBe(303);
    const active = await see();
    expect(active["subscription-status"]).toBe("Active");
    expect(active.subscription).toMatch(/Cancel subscription$/);
  },
);

test("cancelled after the period, it says when it ends", async () => {
  const { see, submit } = await openPortal({
    cancel_type: "AFTER_BILLING_PERIOD",
  });
  await submit({ action: "cancel" });
  const seen = await see();
  expect(seen["subscription-status"]).toBe("Ends on 1970-01-31 00:00 UTC");
  for (const action of ["cancel", "reactivate", "select"])
    expect(seen).not.toHaveProperty(action);
});

test("the plans are those of the request, and one can be switched to", async () => {
  const { read, see, submit } = await openPortal({
    products_ids: ["pro_a", ""],
  });
  expect((await see()).products).toBe("Plans Switch to pro_a Switch to");
  expect(await submit({ action: "select", product: "" })).toBe(303);
  await submit({ action: "select", product: "pro_a" });
  const html = await (await read()).text();
  expect(html).toContain('<input type="hidden" name="product" value="">');
  const seen = seenIn(html);
  expect(seen.plan).toBe("pro_a");
  expect(seen.products).toBe("Plans pro_a (selected) Switch to");
  expect(await submit({ action: "select", product: "pro_c" })).toBe(403);
  expect(await submit({ action: "select" })).toBe(403);
});

test("without a subscription a package is selected, whether plans can be switched or not", async () => {
  const { see, submit } = await openPortal(
    { allow_switch_plan: false, products_ids: ["pro_a"] },
    { request: { customer_id: "c" } },
  );
  const first = await see();
  expect(first).toMatchObject({
    "subscription-status": "None yet",
    subscription: "Subscription None yet",
    products: "Packages Subscribe to pro_a",
  });
  await submit({ action: "select", product: "pro_a" });
  const seen = await see();
  expect(seen).toMatchObject({
    "subscription-status": "Active",
    plan: "pro_a",
  });
  expect(seen).not.toHaveProperty("products");
});

test("of no products, none can be selected", async () => {
  const { see } = await openPortal({ products_ids: [] });
  expect((await see()).products).toBe("Plans There is none to select from.");
});

test("billing info is updated where that is allowed", async () => {
  const { see, submit } = await openPortal();
  const name = `${"x".repeat(99)}yz`;
  expect(await submit({ action: "update", name })).toBe(303);
  expect((await see())["billing-name"]).toBe(`${"x".repeat(99)}y`);
  expect(await submit({ action: "update" })).toBe(303);
  expect((await see())["billing-name"]).toBe("");
  for (const settings of [
    { allow_update_billing_info: false },
    { show_billing_info: false },
  ]) {
    const other = await openPortal(settings);
    expect(await other.submit({ action: "update", name })).toBe(403);
  }
});

test("each link has a state of its own, gone on reset", async () => {
  const { mock, read, see, submit } = await openPortal();
  const other = await openPortal(undefined, { mock });
  await submit({ action: "cancel" });
  expect((await see())["subscription-status"]).toBe("Cancelled");
  expect((await other.see())["subscription-status"]).toBe("Active");
  expect(mock.requests).toHaveLength(2);
  mock.reset();
  expect((await read()).status).toBe(404);
});

test("what a link does not allow is refused with a page", async () => {
  const { mock, linkUrl } = await openPortal({ redirect_url: "https://x" });
  const response = await mock(new Request(linkUrl, { method: "POST" }));
  const html = await response.text();
  expect(html).toContain("This link does not let the customer do that.");
  expect(seenIn(html)).toEqual({
    "page-title": "Not allowed",
    "back-to-site": "Back to site",
  });
});

test("a form leads back to the page, which is not kept", async () => {
  const { mock, linkUrl } = await openPortal();
  const body = new URLSearchParams({ action: "cancel" });
  const response = await mock(new Request(linkUrl, { method: "POST", body }));
  const { location, ...headers } = Object.fromEntries(response.headers);
  expect(new URL(location ?? "", linkUrl).href).toBe(linkUrl);
  expect(headers).toEqual({ "cache-control": "no-store" });
});

test("escapes everything it was given", async () => {
  const evil = `<script>alert(1)</script>"'&`;
  const { read, submit } = await openPortal(
    {
      page_title: evil,
      products_ids: [evil, "pro_b"],
      redirect_url: "http://x.example/?a='&b=c",
    },
    { request: { customer_id: evil, subscription_id: evil } },
  );
  await submit({ action: "update", name: evil });
  await submit({ action: "select", product: evil });
  const html = await (await read()).text();
  expect(html).not.toContain("<script");
  // Twice the title, the ids of customer, subscription and plan, the choice, and the name twice.
  expect(
    html.match(/&#60;script&#62;alert\(1\)&#60;\/script&#62;&#34;&#39;&#38;/g),
  ).toHaveLength(8);
  expect(html).toContain('href="http://x.example/?a=&#39;&#38;b=c"');
});

test("runs nothing, is framed nowhere, and is kept by nobody", async () => {
  const { read } = await openPortal();
  expect(Object.fromEntries((await read()).headers)).toEqual({
    "content-type": "text/html; charset=utf-8",
    // The empty icon: a browser that looked for one would show among the requests.
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
});

test.for(["javascript:alert(1)", "xhttps://x", "mailto:a@b.example", "http:x"])(
  "%s is no way back",
  async (redirect_url, { expect }) => {
    const { read } = await openPortal({ redirect_url });
    const html = await (await read()).text();
    expect(html).not.toContain("<a ");
    expect(html).toContain(`<code>${redirect_url}</code>, which is no web`);
  },
);

test("an expired link says so, offers the way back, and does nothing any more", async () => {
  let now = 0;
  const { read, submit } = await openPortal(
    { redirect_url: "HTTPS://my.example" },
    { mock: createMockHandler({ clock: () => now, linkLifetimeMs: 30_000 }) },
  );
  now = 29_999;
  expect((await read()).status).toBe(200);
  now = 30_000;
  const response = await read();
  expect(response.status).toBe(410);
  const html = await response.text();
  expect(html).toContain("This link has expired. Ask for a new one.");
  expect(seenIn(html)).toEqual({
    "page-title": "Expired link",
    "back-to-site": "Back to site",
  });
  expect(await submit({ action: "cancel" })).toBe(410);
});

test("an unknown link says so", async () => {
  const url = "https://host.example/portal/abc";
  const response = await createMockHandler()(new Request(url));
  expect(response.status).toBe(404);
  const html = await response.text();
  expect(seenIn(html)).toEqual({ "page-title": "Unknown link" });
  expect(html).toContain("It keeps the last thousand, until it stops.");
  expect(html).not.toContain("Back to site");
});

test.for([
  ["of small requests, the last thousand at least", 1000, "{}"],
  ["of large ones, fewer", 2, JSON.stringify({ x: "x".repeat(3 << 20) })],
] as const)("links are kept: %s", ([, kept, request], { expect }) => {
  const portal = createPortal();
  const read = { method: "GET", url: "", headers: {}, body: "" };
  const statusOf = (at: number) => portal.answer(String(at), read, 0).status;
  for (let at = 0; at < 2 * kept; at++) portal.add(String(at), request, 1);
  expect(statusOf(0)).toBe(200);
  portal.add(String(2 * kept), request, 1);
  expect([kept - 1, kept, 2 * kept].map(statusOf)).toEqual([404, 200, 200]);
});
