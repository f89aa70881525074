// The page behind a link of the mock.
import { expect, test } from "vitest";
import type { PortalLinkRequest } from "../../src/index.js";
import { createMockHandler, type MockOptions } from "../../src/mock.js";
import { examplesOf } from "../contract/document.js";
import { linkRequest } from "../link-request.js";

async function open(
  request: PortalLinkRequest,
  options: MockOptions = {},
): Promise<Response> {
  const mock = createMockHandler(options);
  const response = await mock(linkRequest(request));
  const { result } = (await response.json()) as {
    result: { link_url: string };
  };
  return mock(new Request(result.link_url));
}

/** What the page says: term → description, tags left out. */
function rowsOf(html: string): Record<string, string> {
  const rows = html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs);
  return Object.fromEntries(
    [...rows].map(([, term = "", description = ""]) => [
      term,
      description.replace(/<.*?>/g, ""),
    ]),
  );
}

test("shows whose it is, what the settings say, and the way back", async () => {
  const { advancedSettings } =
    examplesOf<PortalLinkRequest>("PortalLinkRequest");
  const response = await open(advancedSettings as PortalLinkRequest, {
    clock: () => 0,
  });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("This is a mock of the customer portal.");
  expect(html).toContain("<h1>My SaaS business</h1>");
  expect(rowsOf(html)).toEqual({
    Customer: "cus_abc123",
    Subscription: "sub_abc123: managed here, or activated if it is inactive",
    "Link expires": "1970-01-01 00:30 UTC",
    Invoices: "Shown",
    "Billing info": "Shown",
    "Updating the billing info": "Allowed",
    "Cancelling the subscription": "Allowed",
    "A cancellation takes effect": "When the billing period ends",
    "Switching to another plan": "Allowed",
    "Products to select from": "pro_abc123 pro_def456",
  });
  expect(html).toContain(
    '<a href="https://my-portal.site.com">Back to site</a>',
  );
});

test("every setting has its say", async () => {
  const { advancedSettings } =
    examplesOf<PortalLinkRequest>("PortalLinkRequest");
  const html = await (await open(advancedSettings as PortalLinkRequest)).text();
  const shown = [...html.matchAll(/data-setting="(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect([...shown, "redirect_url", "page_title"].sort()).toEqual(
    Object.keys(advancedSettings?.settings ?? {}).sort(),
  );
});

test("what is switched off is hidden, and what is not said is the account's default", async () => {
  const html = await (
    await open({
      customer_id: "c",
      settings: {
        show_invoices: false,
        allow_cancel: false,
        cancel_type: "NOW",
        products_ids: [],
      },
    })
  ).text();
  expect(rowsOf(html)).toMatchObject({
    Subscription: "None: the customer selects a package and creates one",
    Invoices: "Hidden",
    "Billing info": "Account default",
    "Cancelling the subscription": "Not allowed",
    "A cancellation takes effect": "At once",
    "Products to select from": "None",
  });
  expect(html).toContain("<h1>Customer portal</h1>");
  expect(html).not.toContain("<a ");
});

test("escapes everything it was given", async () => {
  const evil = `<script>alert(1)</script>"'&`;
  const response = await open({
    customer_id: evil,
    subscription_id: evil,
    settings: {
      page_title: evil,
      products_ids: [evil],
      redirect_url: "https://x.example/?a='&b=c",
    },
  });
  const html = await response.text();
  expect(html).not.toContain("<script");
  expect(html.match(/&#60;script&#62;/g)).toHaveLength(5);
  expect(html).toContain('href="https://x.example/?a=&#39;&#38;b=c"');
  expect(response.headers.get("content-security-policy")).toContain(
    "default-src 'none'",
  );
});

test.for(["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example"])(
  "%s is no way back",
  async (redirect_url, { expect }) => {
    const html = await (
      await open({ customer_id: "c", settings: { redirect_url } })
    ).text();
    expect(html).not.toContain("<a ");
    expect(html).toContain(`<code>${redirect_url}</code>`);
  },
);

test("an expired link says so", async () => {
  let now = 0;
  const response = await open(
    { customer_id: "c" },
    { clock: () => (now += 40_000), linkLifetimeMs: 30_000 },
  );
  expect(response.status).toBe(410);
  expect(await response.text()).toContain("<h1>Expired link</h1>");
});

test("an unknown link says so", async () => {
  const mock = createMockHandler();
  const response = await mock(new Request("https://host.example/portal/abc"));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("<h1>Unknown link</h1>");
});

test("viewing a page is no request to the API", async () => {
  const mock = createMockHandler();
  await mock(new Request("https://host.example/portal/abc"));
  expect(mock.requests).toEqual([]);
});
