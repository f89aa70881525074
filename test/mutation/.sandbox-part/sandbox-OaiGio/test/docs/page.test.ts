// @ts-nocheck
// The reference in a real browser; `npm run test:docs` builds it first.
import { mkdir, readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCodeSamples } from "../../scripts/docs/contract.js";
import { serveFolder } from "../../scripts/docs/serve-folder.js";
import { contract, examplesOf } from "../contract/document.js";
import { seriousViolations } from "./axe.js";
import { startChromium } from "./chromium.js";
import { factsOf, fields, plain } from "./field-facts.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const docs = `${root}generated/docs`;
const screenshots = fileURLToPath(new URL("./.screenshots", import.meta.url));
const samples = await readCodeSamples(root);
const pages = (await readdir(docs)).filter((name) =>
  /(?<!index|reference)\.html$/.test(name),
);
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
  await page.locator("#redoc [data-item-kind]").first().waitFor();
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
      await page
        .locator("#redoc")
        .getByText("default", { exact: true })
        .first()
        .click();
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

test.for(pages)(
  "%s is accessible on a phone, and no wider",
  async (name, { expect }) => {
    const { page, problems } = await open(name, {
      viewport: { width: 390, height: 844 },
      bypassCSP: true,
    });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(390);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  },
);

describe("the interactive page", () => {
  test.for([
    [1280, 800],
    [390, 844],
  ] as const)(
    "shows on the first screen of %i by %i px what it is, how to call and to authenticate",
    async ([width, height]) => {
      const { page } = await open("index.html", {
        viewport: { width, height },
      });
      await page.locator("#redoc [data-item-kind]").first().waitFor();
      const heading = { name: "Create a customer portal link" };
      for (const shown of [
        page.locator("#redoc").getByText("One call turns a customer id into"),
        page.locator("#redoc").getByText("Failure codes"),
        page.locator("#redoc").getByRole("heading", heading),
        page
          .locator("#redoc")
          .getByText(/POST https:.*portal\/link/)
          .first(),
        page.locator("#redoc").getByText(/, with HTTP Basic/),
      ]) {
        const box = await shown.boundingBox();
        expect(box && box.y + box.height, String(shown)).toBeLessThan(height);
      }
    },
  );

  test("has a sample in every language, and the payload, to choose and to copy", async () => {
    const { page } = await open("index.html");
    const panel = page.locator(".panel-request-samples");
    const choice = panel.getByTestId("dropdown").nth(1);
    for (const { language, code } of samples) {
      await choice.click();
      await page.getByRole("menuitem", { name: language }).click();
      expect(plain(await panel.innerText())).toContain(plain(code.trim()));
      await expect(panel.getByLabel("Copy").last().isVisible()).resolves.toBe(
        true,
      );
    }
  });

  test("a scenario switches request and response together", async () => {
    const { page } = await open("index.html");
    await rendered(page);
    const links = examplesOf<{ result: { id: string } }>("PortalLinkResponse");
    expect(await page.innerText("body")).toContain(
      links.noSubscription?.result.id,
    );
    const panel = page.locator(".panel-request-samples");
    await panel.getByText(samples[0]?.language ?? "").click();
    await page.getByRole("menuitem", { name: "Payload" }).click();
    await panel.getByText("No subscription: the customer picks").click();
    await page.getByRole("menuitem", { name: "Advanced settings" }).click();
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

  test("prints the static text, without a menu, in dark ink", async () => {
    const { page } = await open("index.html", { colorScheme: "dark" });
    await rendered(page);
    expect(await page.locator("body > .page").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    const printed = plain(await page.innerText("body"));
    expect(printed).toContain("POST https://api.kwik.co.za/2.0/customer-");
    for (const { field } of fields) expect(printed).toContain(plain(field));
    expect(printed).not.toContain("Search Ctrl+K");
    expect(printed).not.toContain("For tools");
    const color = await page
      .locator("body > .page")
      .evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe("rgb(29, 35, 48)");
  });

  test("shows the static text without a script", async () => {
    const { page } = await open("index.html", { javaScriptEnabled: false });
    expect(await page.locator("body > .page").isVisible()).toBe(true);
    expect(await page.locator("#redoc").isVisible()).toBe(false);
  });

  test("its content security policy lets nothing be loaded, and nothing be sent to another host", async () => {
    const html = await readFile(`${docs}/index.html`, "utf8");
    const [, policy] =
      /Content-Security-Policy"\s+content="(.*?)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src ('sha256-[\w+/]{43}=' ?)+; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'$/,
    );
  });
});
