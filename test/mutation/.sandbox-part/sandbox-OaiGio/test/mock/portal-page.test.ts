// @ts-nocheck
// The page behind a link of the mock plays the portal.
import { expect, test } from "vitest";
import type { PortalLinkRequest, PortalSettings } from "../../src/index.js";
import {
  createMockHandler,
  type MockHandler,
  type MockOptions,
} from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

async function openPortal(request: PortalLinkRequest, options?: MockOptions) {
  const mock = createMockHandler(options);
  const response = await mock(linkRequest(request));
  const { result } = (await response.json()) as {
    result: { link_url: string };
  };
  const read = () => mock(new Request(result.link_url));
  const see = async () => seenIn(await (await read()).text());
  /** As the browser submits a form of the page. */
  const submit = (fields: Record<string, string>) =>
    mock(
      new Request(result.link_url, {
        method: "POST",
        body: new URLSearchParams(fields),
      }),
    );
  return { mock, read, see, submit, linkUrl: result.link_url };
}

const idsIn = (html: string) =>
  [...html.matchAll(/data-testid="([\w-]+)"/g)].map(([, id = ""]) => id);

/** The words of each `data-testid`, tags left out. */
const seenIn = (html: string) =>
  Object.fromEntries(
    idsIn(html).map((id) => {
      const element = new RegExp(
        `<(\\w+)[^>]* data-testid="${id}".*?>(.*?)</\\1>`,
        "s",
      );
      const [, , content = ""] = element.exec(html) ?? [];
      return [
        id,
        content
          .replace(/<.*?>|\s+/gs, " ")
          .replace(/ +/g, " ")
          .trim(),
      ];
    }),
  );

const withSettings = (settings: PortalSettings): PortalLinkRequest => ({
  customer_id: "cus_mine",
  subscription_id: "sub_mine",
  settings,
});

test("shows whose it is, the title and the way back", async () => {
  const { read } = await openPortal(
    withSettings({
      page_title: "My SaaS business",
      redirect_url: "https://my.example/?a=1&b=2",
    }),
    { clock: () => 0 },
  );
  const response = await read();
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("This is a mock of the customer portal");
  expect(html).toContain(
    '<time datetime="1970-01-01T00:30:00.000Z">1970-01-01 00:30 UTC</time>',
  );
  expect(html).toContain('href="https://my.example/?a=1&#38;b=2"');
  expect(seenIn(html)).toMatchObject({
    "page-title": "My SaaS business",
    customer: "cus_mine",
    "back-to-site": "Back to site",
  });
});

test("what the settings leave out is switched on", async () => {
  const { read } = await openPortal({ customer_id: "c", subscription_id: "s" });
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
  expect(seenIn(html)["page-title"]).toBe("Customer portal");
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
        const { read } = await openPortal(withSettings(one));
        return idsIn(await (await read()).text());
      }),
    );
    expect(all?.filter((id) => !fewer?.includes(id))).toEqual(gone);
    expect(fewer?.filter((id) => !all?.includes(id))).toEqual([]);
  },
);

test("cancelled at once, a subscription can be reactivated", async () => {
  const { see, submit, linkUrl } = await openPortal(
    withSettings({ cancel_type: "NOW" }),
  );
  expect(await see()).toMatchObject({ "subscription-status": "Active" });
  const response = await submit({ action: "cancel" });
  expect(response.status).toBe(303);
  expect(new URL(response.headers.get("location") ?? "", linkUrl).href).toBe(
    linkUrl,
  );
  const cancelled = await see();
  expect(cancelled["subscription-status"]).toBe("Cancelled");
  expect(cancelled).not.toHaveProperty("cancel");
  expect(cancelled).not.toHaveProperty("products");
  expect((await submit({ action: "cancel" })).status).toBe(403);
  await submit({ action: "reactivate" });
  const active = await see();
  expect(active["subscription-status"]).toBe("Active");
  expect(active).not.toHaveProperty("reactivate");
  expect((await submit({ action: "reactivate" })).status).toBe(403);
});

test("cancelled after the period, it says when it ends", async () => {
  const { see, submit } = await openPortal(
    withSettings({ cancel_type: "AFTER_BILLING_PERIOD" }),
    { clock: () => 0 },
  );
  await submit({ action: "cancel" });
  const seen = await see();
  expect(seen["subscription-status"]).toBe("Ends on 1970-01-31 00:00 UTC");
  expect(seen).not.toHaveProperty("cancel");
  expect(seen).not.toHaveProperty("reactivate");
});

test("without a cancel_type it is cancelled at once", async () => {
  const { see, submit } = await openPortal(withSettings({}));
  await submit({ action: "cancel" });
  expect((await see())["subscription-status"]).toBe("Cancelled");
});

test("the plans are those of the request, and one can be switched to", async () => {
  const { see, submit } = await openPortal(
    withSettings({ products_ids: ["pro_a", "pro_b"] }),
  );
  expect((await see()).products).toBe("Plans Switch to pro_a Switch to pro_b");
  await submit({ action: "select", product: "pro_b" });
  const seen = await see();
  expect(seen.plan).toBe("pro_b");
  expect(seen.products).toBe("Plans Switch to pro_a pro_b (selected)");
  expect((await submit({ action: "select", product: "pro_c" })).status).toBe(
    403,
  );
  expect((await submit({ action: "select" })).status).toBe(403);
});

test("without a subscription a package is selected, whether plans can be switched or not", async () => {
  const { see, submit } = await openPortal({
    customer_id: "c",
    settings: { allow_switch_plan: false, products_ids: ["pro_a"] },
  });
  const first = await see();
  expect(first["subscription-status"]).toBe("None yet");
  expect(first.products).toBe("Packages Subscribe to pro_a");
  expect(first).not.toHaveProperty("cancel");
  await submit({ action: "select", product: "pro_a" });
  const seen = await see();
  expect(seen).toMatchObject({
    "subscription-status": "Active",
    plan: "pro_a",
  });
  expect(seen).not.toHaveProperty("products");
});

test("of no products, none can be selected", async () => {
  const { see } = await openPortal({
    customer_id: "c",
    settings: { products_ids: [] },
  });
  expect((await see()).products).toBe("Packages There is none to select from.");
});

test("billing info is updated where that is allowed", async () => {
  const { see, submit } = await openPortal(withSettings({}));
  expect(
    (await submit({ action: "update", name: `${"x".repeat(99)}yz` })).status,
  ).toBe(303);
  expect((await see())["billing-name"]).toBe(`${"x".repeat(99)}y`);
  const closed = await openPortal(
    withSettings({ allow_update_billing_info: false }),
  );
  expect((await closed.submit({ action: "update", name: "x" })).status).toBe(
    403,
  );
  const hidden = await openPortal(withSettings({ show_billing_info: false }));
  expect((await hidden.submit({ action: "update", name: "x" })).status).toBe(
    403,
  );
});

test("each link has a state of its own, gone on reset", async () => {
  const { mock, read, see, submit } = await openPortal(withSettings({}));
  const second = (await (await mock(linkRequest(withSettings({})))).json()) as {
    result: { link_url: string };
  };
  await submit({ action: "cancel" });
  expect((await see())["subscription-status"]).toBe("Cancelled");
  const other = await mock(new Request(second.result.link_url));
  expect(seenIn(await other.text())["subscription-status"]).toBe("Active");
  mock.reset();
  expect((await read()).status).toBe(404);
});

test("escapes everything it was given", async () => {
  const evil = `<script>alert(1)</script>"'&`;
  const { read, submit } = await openPortal({
    customer_id: evil,
    subscription_id: evil,
    settings: {
      page_title: evil,
      products_ids: [evil, "pro_b"],
      redirect_url: "https://x.example/?a='&b=c",
    },
  });
  await submit({ action: "update", name: evil });
  await submit({ action: "select", product: evil });
  const response = await read();
  const html = await response.text();
  expect(html).not.toContain("<script");
  // Twice the title, the ids of customer, subscription and plan, the choice, and the name twice.
  expect(
    html.match(/&#60;script&#62;alert\(1\)&#60;\/script&#62;&#34;&#39;&#38;/g),
  ).toHaveLength(8);
  expect(html).toContain('href="https://x.example/?a=&#39;&#38;b=c"');
});

test("runs nothing, is framed nowhere, and is kept by nobody", async () => {
  const { read } = await openPortal(withSettings({}));
  const { headers } = await read();
  expect(headers.get("content-security-policy")?.split("; ")).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    // The empty icon: a browser that looked for one would show among the requests.
    "img-src data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

test.for(["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example"])(
  "%s is no way back",
  async (redirect_url, { expect }) => {
    const { read } = await openPortal(withSettings({ redirect_url }));
    const html = await (await read()).text();
    expect(html).not.toContain("<a ");
    expect(html).toContain(`<code>${redirect_url}</code>`);
  },
);

test("an expired link says so, offers the way back, and does nothing any more", async () => {
  let now = 0;
  const { read, submit } = await openPortal(
    withSettings({ redirect_url: "https://my.example" }),
    { clock: () => now, linkLifetimeMs: 30_000 },
  );
  now = 29_999;
  expect((await read()).status).toBe(200);
  now = 30_000;
  const response = await read();
  expect(response.status).toBe(410);
  expect(seenIn(await response.text())).toEqual({
    "page-title": "Expired link",
    "back-to-site": "Back to site",
  });
  expect((await submit({ action: "cancel" })).status).toBe(410);
});

test("an unknown link says so", async () => {
  const response = await createMockHandler()(
    new Request("https://host.example/portal/abc"),
  );
  expect(response.status).toBe(404);
  expect(seenIn(await response.text())).toEqual({
    "page-title": "Unknown link",
  });
});

const openedLinks = async (mock: MockHandler, requests: unknown[]) => {
  const urls = [];
  for (const request of requests) {
    const response = await mock(linkRequest(request));
    const { result } = (await response.json()) as {
      result: { link_url: string };
    };
    urls.push(result.link_url);
  }
  const statuses = [];
  for (const url of urls) statuses.push((await mock(new Request(url))).status);
  return statuses;
};

test("the last thousand links are kept", async () => {
  const statuses = await openedLinks(
    createMockHandler(),
    Array.from({ length: 3000 }, () => ({ customer_id: "c" })),
  );
  expect(statuses.slice(0, 1000).every((status) => status === 404)).toBe(true);
  expect(statuses.slice(-1000).every((status) => status === 200)).toBe(true);
});

test("of links with large requests, fewer are", async () => {
  const large = { customer_id: "x".repeat(3 * 1024 * 1024) };
  const statuses = await openedLinks(createMockHandler(), Array(8).fill(large));
  expect(statuses.slice(0, 2)).toEqual([404, 404]);
  expect(statuses.slice(-2)).toEqual([200, 200]);
});

test("viewing a page is no request to the API", async () => {
  const { mock, read } = await openPortal(withSettings({}));
  await read();
  expect(mock.requests).toHaveLength(1);
});
