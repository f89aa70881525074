// The reference in a real browser; `npm run test:docs` builds it first.
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../../scripts/docs/serve-folder.js";
import { contract, examplesOf } from "../contract/document.js";
import { seriousViolations } from "./axe.js";
import { startChromium } from "./chromium.js";
import { factsOf, fields, plain } from "./field-facts.js";

const docs = fileURLToPath(new URL("../../generated/docs", import.meta.url));
const screenshots = fileURLToPath(new URL("./.screenshots", import.meta.url));
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  browser = await startChromium();
  site = await serveFolder(docs);
  await mkdir(screenshots, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Opened {
  page: Page;
  /** Requests to another host, and errors in the console. */
  problems: string[];
}

async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(site.url))
      problems.push(`requested ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(/^\w+:/.test(path) ? path : `${site.url}/${path}`);
  return { page, problems };
}

/** Redoc renders what comes into view. */
async function rendered(page: Page): Promise<void> {
  await page.getByText("/customer-portal/link").first().waitFor();
  for (let times = 0; times < 8; times++) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(150);
  }
}

/** What axe finds in Redoc itself, and no style of ours changes. */
const UPSTREAM = [
  // The selects of a scenario are called "Example", and show its summary.
  /^label-content-name-mismatch .*aria-label="Example"/,
];

describe.each(["index.html", "reference.html"])("%s", (name) => {
  test("holds every field, type, enum value, constraint and description", async () => {
    const { page } = await open(name);
    if (name === "index.html") {
      await rendered(page);
      // Failures stand under statuses of their own.
      const success = plain(await page.innerText("body"));
      await page.getByText("default", { exact: true }).first().click();
      await rendered(page);
      const all = success + plain(await page.innerText("body"));
      for (const field of fields)
        for (const fact of factsOf(field)) expect(all).toContain(fact);
    } else {
      const all = plain(await page.innerText("body"));
      for (const field of fields) {
        for (const fact of factsOf(field)) expect(all).toContain(fact);
        expect(all).toContain(plain(field.field));
      }
      for (const { value } of Object.values(contract.components.examples))
        expect(all).toContain(plain(JSON.stringify(value, null, 2)));
    }
  });

  test("requests nothing from another host, and logs no error", async () => {
    const { page, problems } = await open(name);
    if (name === "index.html") await rendered(page);
    expect(problems).toEqual([]);
  });

  test.for(
    ["light", "dark"].flatMap((scheme) =>
      [1280, 390].map((width) => [scheme, width] as const),
    ),
  )(
    "%s at %i px: accessible, and no wider than the window",
    async ([colorScheme, width]) => {
      const { page } = await open(name, {
        colorScheme: colorScheme as "light" | "dark",
        viewport: { width, height: 1000 },
        // axe comes from outside.
        bypassCSP: true,
      });
      if (name === "index.html") await rendered(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({
        path: `${screenshots}/${name}-${colorScheme}-${width}.png`,
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
      ).toBeLessThanOrEqual(width);
      const violations = await seriousViolations(page);
      expect(
        violations.filter(
          (found) => !UPSTREAM.some((known) => known.test(found)),
        ),
      ).toEqual([]);
    },
  );
});

describe("the interactive page", () => {
  test("shows on the first screen what it is, how to call and to authenticate", async () => {
    const { page } = await open("index.html");
    for (const text of [
      "One call turns a customer id into a link.",
      "curl https://api.kwik.co.za/2.0/customer-portal/link",
      "HTTP Basic",
      "Create a customer portal link",
    ])
      expect(
        await page
          .getByText(text)
          .first()
          .evaluate((element) => element.getBoundingClientRect().top),
        text,
      ).toBeLessThan(1000);
    expect(await page.title()).toBe("Kwik customer portal link: API reference");
    await expect(page.getByText("API docs by").isVisible()).resolves.toBe(true);
  });

  test("a scenario switches request and response together", async () => {
    const { page } = await open("index.html");
    await rendered(page);
    const links = examplesOf<{ result: { id: string } }>("PortalLinkResponse");
    expect(await page.innerText("body")).toContain(
      links.noSubscription?.result.id,
    );
    await page.getByText("No subscription: the customer picks").first().click();
    await page.getByText("Advanced settings: override").first().click();
    await page.waitForTimeout(300);
    const text = await page.innerText("body");
    expect(text).toContain('"page_title": "My SaaS business"');
    expect(text).toContain(links.advancedSettings?.result.id);
    expect(text).not.toContain(links.noSubscription?.result.id);
  });

  test("opens as a file, and requests nothing then either", async () => {
    const { page, problems } = await open(`file://${docs}/index.html`);
    await rendered(page);
    expect(problems.filter((problem) => !problem.includes("file://"))).toEqual(
      [],
    );
  });

  test("the menu is not printed", async () => {
    const { page } = await open("index.html");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".menu-content").isVisible()).toBe(false);
  });

  test("its content security policy lets nothing be loaded or sent", async () => {
    const html = await readFile(`${docs}/index.html`, "utf8");
    const [, policy] =
      /Content-Security-Policy"\s+content="(.*?)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src ('sha256-[\w+/]{43}=' ?)+; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(html).toMatch(
      /<noscript\s*><p>\s*This page needs JavaScript\.\s*<a href="reference.html">/,
    );
  });
});
