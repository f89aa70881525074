// The page that the mock plays the portal with, in a real browser.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
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

test.for([
  ["light", 1280],
  ["dark", 1280],
  ["light", 390],
  ["dark", 390],
] as const)("%s at %i px", async ([colorScheme, width], { expect }) => {
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    baseUrl: mock.url,
  });
  const { link_url } = await kwik.createPortalLink({
    customer_id: "cus_mine",
    settings: {
      page_title: `<b>${"A very long title without a space".replaceAll(" ", "_")}</b>`,
      products_ids: [`pro_${"x".repeat(80)}`],
      redirect_url: `${mock.url}/back`,
    },
  });
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: 900 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(link_url);
  expect(problems).toEqual([]);
  expect(await page.locator("b").count()).toBe(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(width);
  expect(await seriousViolations(page)).toEqual([]);
  await page.screenshot({
    path: `${screenshots}/portal-${colorScheme}-${width}.png`,
  });
  await page.getByText("Back to site").click();
  expect(page.url()).toBe(`${mock.url}/back`);
  await context.close();
});
