// The home page and the portal. What needs a browser is in Chromium, without script.
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { PortalSettings } from "../../src/contract/generated.js";
import { createMockHandler, startMockServer } from "../../src/mock.js";
import type { MockServer } from "../../src/mock.js";
import { seriousFindings, startChromium } from "../docs/chromium.js";
import { linkRequest } from "../http.js";

const EVIL = `<script>alert(1)</script>"'&`;
const HERE = "http://mock.example";

let now = 0;
async function openPortal(settings?: PortalSettings) {
  now = 0;
  const mock = createMockHandler({ clock: () => now });
  const ids = { customer_id: "cus_mine", subscription_id: "sub_mine" };
  const created = await (await mock(linkRequest({ ...ids, settings }))).text();
  const [, link = ""] = /"link_url":"(.*?)"/.exec(created) ?? [];
  const read = async () => (await mock(new Request(link))).text();
  const see = async () =>
    [...(await read()).matchAll(/data-testid="([\w-]+)"/g)].map(([, id]) => id);
  const submit = async (fields: Record<string, string>) => {
    const init = { method: "POST", body: new URLSearchParams(fields) };
    return (await mock(new Request(link, init))).status;
  };
  return { mock, read, see, submit };
}

const ALL = [
  ...["page-title", "customer", "subscription", "subscription-status"],
  ...["subscription-id", "plan", "cancel", "products", "select"],
  ...["billing-info", "billing-name", "update", "invoices"],
];
test.for([
  [{}, []],
  [{ show_invoices: false }, ["invoices"]],
  [{ show_billing_info: false }, ["billing-info", "billing-name", "update"]],
  [{ allow_update_billing_info: false }, ["update"]],
  [{ allow_cancel: false }, ["cancel"]],
  [{ allow_switch_plan: false }, ["products", "select"]],
] as [PortalSettings, string[]][])(
  "%j takes away %j, and nothing else; what it leaves out is on",
  async ([settings, gone], { expect }) => {
    const { see } = await openPortal(settings);
    expect(await see()).toEqual(ALL.filter((id) => !gone.includes(id)));
  },
);

test("the guide lists them", async () => {
  const file = new URL("../../docs/testing.md", import.meta.url);
  const [, list = ""] =
    /by `data-testid`: (.*)\. Each/.exec(await readFile(file, "utf8")) ?? [];
  const ids = [...list.matchAll(/`([\w-]+)`/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual([...ALL, "back-to-site", "reactivate"].sort());
});

test.for([
  [{ cancel_type: "NOW" }, "Cancelled"],
  [undefined, "Cancelled"],
  [{ cancel_type: "AFTER_BILLING_PERIOD" }, ">1970-01-31 00:00 UTC<"],
] as [PortalSettings | undefined, string][])(
  "cancelled with %j it says %j, and can be reactivated",
  async ([settings, status], { expect }) => {
    const { read, see, submit } = await openPortal(settings);
    expect(await submit({ action: "reactivate" })).toBe(403);
    expect(await submit({ action: "cancel" })).toBe(303);
    expect(await read()).toContain(status);
    expect(await see()).toContain("reactivate");
    for (const action of ["cancel", "select"])
      expect(await submit({ action, product: "pro_mock_large" })).toBe(403);
    expect(await submit({ action: "reactivate" })).toBe(303);
    expect(await see()).toEqual(ALL);
  },
);

test("a product of the request can be selected, no other, and billing info is cut", async () => {
  const { read, submit } = await openPortal({ products_ids: ["pro_a", ""] });
  expect(await submit({ action: "select", product: "" })).toBe(303);
  expect(await submit({ action: "select", product: "pro_c" })).toBe(403);
  expect(await submit({ action: "select" })).toBe(403);
  await submit({ action: "update", name: `${"x".repeat(99)}yz` });
  expect(await read()).toContain(`>${"x".repeat(99)}y<`);
});

test.for([
  [{ products_ids: [] }, "There is none to select from."],
  ...["javascript:alert(1)", "xhttps://x", "mailto:a@b.example", "http:x"].map(
    (url) => [{ redirect_url: url }, `<code>${url}</code>, which is no web`],
  ),
] as [PortalSettings, string][])(
  "with %j the page says %j, and has no link",
  async ([settings, text]) => {
    const html = await (await openPortal(settings)).read();
    expect(html).toContain(text);
    expect(html).not.toContain("<a ");
  },
);

test("a link expires, offers the way back, and is forgotten after a thousand", async () => {
  const settings = { redirect_url: "HTTPS://x" };
  const { mock, read, submit } = await openPortal(settings);
  for (let count = 0; count < 999; count++) await mock(linkRequest());
  now = 1_799_999;
  expect(await read()).toContain("sub_mine");
  now++;
  const html = await read();
  expect(html).toContain("This link has expired. Ask for a new one.");
  expect(html).toContain('href="HTTPS://x"');
  expect(await submit({ action: "cancel" })).toBe(410);
  await mock(linkRequest());
  expect(await submit({ action: "cancel" })).toBe(404);
});

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
test("a page runs nothing, is framed nowhere, and is kept by nobody", async () => {
  for (const path of ["/", "/portal/x"]) {
    const { headers } = await createMockHandler()(new Request(HERE + path));
    expect(headers.get("content-security-policy")).toBe(POLICY);
    expect(headers.get("cache-control")).toBe("no-store");
    const referrer = path === "/" ? "same-origin" : "no-referrer";
    expect(headers.get("referrer-policy")).toBe(referrer);
  }
});

const SAME = { "Sec-Fetch-Site": "same-origin" };
test.for([
  [{}, 303],
  [{ Origin: HERE }, 303],
  [{ Origin: "https://mock.example" }, 303],
  [{ Origin: "https://evil.example" }, 403],
  [{ Origin: "null" }, 403],
  [{ Origin: "" }, 403],
  [{ Origin: "https://proxy.example", ...SAME }, 303],
  [{ Origin: "https://proxy.example", "Sec-Fetch-Site": "same-site" }, 403],
  [{ Origin: HERE, Host: "a b" }, 403],
  [{ Host: "mock.example/x", ...SAME }, 403],
] as [Record<string, string>, number][])(
  "a form sent with %j: %i; refused, it takes nothing that next has lined up",
  async ([headers, status], { expect }) => {
    const mock = createMockHandler();
    const body = new URLSearchParams({ customer_id: "c" });
    const init = { method: "POST", headers, body };
    const response = await mock(new Request(HERE, init));
    expect(response.status).toBe(status);
    const location = response.headers.get("location") ?? "";
    expect(/^portal\/[\w-]{27}$/.test(location)).toBe(status === 303);
    mock.next("recordNotFound");
    await mock(new Request(HERE, init));
    const { status: next } = await mock(linkRequest());
    expect(next).toBe(status === 303 ? 200 : 404);
  },
);

let mock: MockServer;
let browser: Browser;
beforeAll(async () => {
  mock = await startMockServer();
  browser = await startChromium();
  return () => Promise.all([browser.close(), mock.close()]);
});

const seen = (page: Page, id: string) => page.getByTestId(id).textContent();

test("without script, somebody creates a link, changes the plan, cancels, reactivates and comes back", async () => {
  mock.reset();
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(mock.url);
  await page.getByLabel("Page title").fill(EVIL);
  await page.getByLabel("Show invoices").uncheck();
  await page.getByRole("button", { name: "Show the curl" }).click();
  const curl = await page.locator("pre").textContent();
  await page.getByRole("button", { name: "Create link and open" }).click();
  const [, json = ""] = /-d '(.*?)' \\/s.exec(curl ?? "") ?? [];
  expect(mock.requests).toHaveLength(1);
  expect(mock.requests[0]?.body).toEqual(
    JSON.parse(json.replaceAll("'\\''", "'")),
  );
  expect(await seen(page, "page-title")).toBe(EVIL);
  expect(await page.getByTestId("invoices").count()).toBe(0);
  await page.getByLabel("pro_def456").check();
  await page.getByRole("button", { name: "Switch plan" }).click();
  expect(await seen(page, "plan")).toBe("pro_def456");
  await page.getByLabel("New name").fill(EVIL);
  await page.getByRole("button", { name: "Update billing info" }).click();
  expect(await seen(page, "billing-name")).toBe(EVIL);
  await page.getByRole("button", { name: "Cancel subscription" }).click();
  expect(await seen(page, "subscription-status")).toMatch(/^Ends on /);
  await page.getByRole("button", { name: "Reactivate" }).click();
  expect(await seen(page, "subscription-status")).toBe("Active");
  await page.getByRole("link", { name: "Back to site" }).click();
  expect(page.url()).toBe(`${mock.url}/`);
  mock.next("recordNotFound");
  await page.getByRole("button", { name: "Create link and open" }).click();
  const alert = await page.getByRole("alert").textContent();
  expect(alert).toBe("recordNotFound, as asked");
  await page.close();
});

test.for([
  { width: 1280, height: 900 },
  { width: 390, height: 900 },
])(
  "$width px: light or dark, hostile texts stay texts, nothing overflows, axe finds nothing serious",
  async (viewport) => {
    const { width } = viewport;
    const page = await browser.newPage({ viewport, bypassCSP: true });
    const look = async () => {
      expect(await page.locator("script").count()).toBe(0);
      const right = "document.documentElement.scrollWidth";
      expect(await page.evaluate(right)).toBeLessThanOrEqual(width);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousFindings(page)).toEqual([]);
      }
    };
    await page.goto(mock.url);
    for (const name of ["Customer ID", "Page title", "Product IDs"])
      await page.getByLabel(name).fill(EVIL + "x".repeat(90));
    await page.getByTestId("show-curl").click();
    await look();
    await page.getByTestId("create").click();
    await look();
    await page.goBack();
    await page.getByLabel("Redirect URL").fill(EVIL);
    await page.getByTestId("create").click();
    const alert = page.getByRole("alert");
    const rule = "settings.redirect_url must be an absolute URI";
    expect(await alert.textContent()).toContain(rule);
    expect((await alert.boundingBox())?.y).toBeLessThan(viewport.height);
    await look();
    await page.close();
  },
);
