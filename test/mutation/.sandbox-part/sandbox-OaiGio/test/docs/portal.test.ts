// @ts-nocheck
// The page that the mock plays the portal with, in a real browser.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKwikClient, type PortalLinkRequest } from "../../src/index.js";
import { startMockServer, type MockServer } from "../../src/mock.js";
import { seriousViolations } from "./axe.js";
import { startChromium } from "./chromium.js";

const screenshots = fileURLToPath(new URL("./.screenshots", import.meta.url));

let browser: Browser;
let mock: MockServer;
beforeAll(async () => {
  browser = await startChromium();
  mock = await startMockServer();
  await mkdir(screenshots, { recursive: true });
});
afterAll(() => Promise.all([browser.close(), mock.close()]));

async function openPortal(
  request: PortalLinkRequest,
  options: BrowserContextOptions = {},
) {
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    baseUrl: mock.url,
  });
  const { link_url } = await kwik.createPortalLink(request);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(link_url);
  return { page, problems, close: () => context.close() };
}

const statusOf = (page: Page) =>
  page.getByTestId("subscription-status").textContent();

test.for([
  ["light", 1280],
  ["dark", 1280],
  ["light", 390],
  ["dark", 390],
] as const)("%s at %i px", async ([colorScheme, width], { expect }) => {
  const { page, problems, close } = await openPortal(
    {
      customer_id: "cus_mine",
      subscription_id: `sub_${"x".repeat(80)}`,
      settings: {
        page_title: `<b>${"A very long title without a space".replaceAll(" ", "_")}</b>`,
        products_ids: ["pro_abc123", `pro_${"x".repeat(80)}`],
        redirect_url: `${mock.url}/back`,
      },
    },
    { colorScheme, viewport: { width, height: 900 }, bypassCSP: true },
  );
  expect(await page.locator("b").count()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(width);
  // On a wide screen the title stands on the left, as documented.
  const title = await page.getByTestId("page-title").boundingBox();
  const status = await page.getByTestId("subscription-status").boundingBox();
  if (width === 1280)
    expect((title?.x ?? NaN) + (title?.width ?? NaN)).toBeLessThan(
      status?.x ?? NaN,
    );
  else expect(title?.y).toBeLessThan(status?.y ?? NaN);
  expect(await seriousViolations(page)).toEqual([]);
  await page.screenshot({
    path: `${screenshots}/portal-${colorScheme}-${width}.png`,
    fullPage: true,
  });
  expect(problems).toEqual([]);
  await page.getByRole("link", { name: "Back to site" }).click();
  expect(page.url()).toBe(`${mock.url}/back`);
  await close();
});

test("without script, under its own policy, a customer switches, cancels, reactivates and updates", async () => {
  const { page, problems, close } = await openPortal(
    {
      customer_id: "cus_mine",
      subscription_id: "sub_mine",
      settings: { cancel_type: "NOW", products_ids: ["pro_a", "pro_b"] },
    },
    { javaScriptEnabled: false },
  );
  await page.getByRole("button", { name: "Switch to pro_b" }).click();
  expect(await page.getByTestId("plan").textContent()).toBe("pro_b");
  await page.getByLabel("Name").fill("Ada <Lovelace>");
  await page.getByRole("button", { name: "Update billing info" }).click();
  expect(await page.getByTestId("billing-name").textContent()).toBe(
    "Ada <Lovelace>",
  );
  await page.getByRole("button", { name: "Cancel subscription" }).click();
  expect(await statusOf(page)).toBe("Cancelled");
  await page.reload();
  expect(await statusOf(page)).toBe("Cancelled");
  await page.getByRole("button", { name: "Reactivate" }).click();
  expect(await statusOf(page)).toBe("Active");
  expect(problems).toEqual([]);
  await close();
});

test("no other page can frame it", async () => {
  const { page, close } = await openPortal({ customer_id: "cus_mine" });
  const link = page.url();
  await page.goto("about:blank");
  await page.setContent(`<iframe src="${link}"></iframe>`);
  await page.waitForTimeout(500);
  const [, frame] = page.frames();
  expect(await frame?.locator("main").count()).toBe(0);
  await close();
});

test("a web page cannot control the mock", async () => {
  const { page, close } = await openPortal({ customer_id: "cus_mine" });
  const port = new URL(mock.url).port;
  // Another origin of the same machine.
  await page.goto(`http://localhost:${port}/portal/unknown`);
  await page.setContent("<p>evil</p>");
  const sent = mock.requests.length;
  const control = (path: string, init: RequestInit) =>
    page.evaluate(
      ([url, init]) =>
        fetch(url, init).then(
          (response) => response.type,
          () => "blocked",
        ),
      [`${mock.url}/__mock/${path}`, init] as const,
    );
  const json = { "Content-Type": "application/json" };
  const body = '{"name":"serverError"}';
  const asJson = { method: "POST", headers: json, body };
  expect(await control("next", asJson)).toBe("blocked");
  expect(await control("requests", {})).toBe("blocked");
  // Sent, but refused: neither takes effect.
  await control("next", { method: "POST", mode: "no-cors", body });
  await control("reset", { method: "POST", mode: "no-cors" });
  expect(mock.requests).toHaveLength(sent);
  await close();
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    baseUrl: mock.url,
  });
  await expect(
    kwik.createPortalLink({ customer_id: "c" }),
  ).resolves.toHaveProperty("id");
});
