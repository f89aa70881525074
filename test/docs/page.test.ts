// The reference in a real browser. npm run test:docs builds it first.
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../../scripts/docs/serve-folder.js";
import { contract, examplesOf } from "../contract/document.js";
import { schemaFields } from "../contract/schema-fields.js";
import { seriousViolations } from "./axe.js";
import { startChromium } from "./chromium.js";

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
  /** What was asked of another host, and what the console said of a mistake. */
  complaints: string[];
}

async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(site.url))
      complaints.push(`asked ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(/^\w+:/.test(path) ? path : `${site.url}/${path}`);
  return { page, complaints };
}

/** Redoc renders what comes into view. */
async function rendered(page: Page): Promise<void> {
  await page.getByText("/customer-portal/link").first().waitFor();
  for (let times = 0; times < 8; times++) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(150);
  }
}

/** What axe finds in Redoc itself, and no style can mend. */
const UPSTREAM = [
  // The selects of a scenario are called "Example", and show its summary.
  /^label-content-name-mismatch .*aria-label="Example"/,
];

/** Without the signs of Markdown, and the zero-width spaces that Redoc breaks lines with. */
const plain = (text: string) =>
  text.replace(/[`*]|^\s*- |\u200b/gm, "").replace(/\s+/g, " ");

const SCHEMAS = ["PortalLinkRequest", "PortalLinkResponse", "ErrorResponse"];
const fields = SCHEMAS.flatMap((name) =>
  schemaFields({ $ref: `#/components/schemas/${name}` }),
).filter(({ field }) => field);

/** Redoc's word, and the start of the other page's. */
const WORDS: Record<string, string> = { array: "rray" };

/** What a reader must find about a field. */
function factsOf({ field, schema }: (typeof fields)[number]): string[] {
  const name = field.split(".").at(-1)?.replace("[]", "") ?? "";
  return [
    ...(name === "*" ? [] : [name]),
    ...(schema.type ? [WORDS[schema.type] ?? schema.type] : []),
    ...(schema.enum ?? []).map(String),
    ...(typeof schema.maxLength === "number" ? [`${schema.maxLength}`] : []),
    ...(schema.format ? [schema.format] : []),
    ...plain(schema.description ?? "")
      .split(/(?<=[.:]) /)
      .map((sentence) => sentence.trim())
      .filter(Boolean),
  ];
}

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

  test("asks no other host for anything, and has nothing to complain of", async () => {
    const { page, complaints } = await open(name);
    if (name === "index.html") await rendered(page);
    expect(complaints).toEqual([]);
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
  test("says at once what it is, how to call and to authenticate", async () => {
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

  test("search finds cancel_type", async () => {
    const { page, complaints } = await open("index.html");
    await rendered(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByTestId("search-trigger").first().click();
    await page.keyboard.type("cancel_type");
    const found = page.getByTestId("search-dialog");
    await found.getByText("request fields").first().waitFor();
    expect(plain(await found.innerText())).toContain("settings → cancel_type");
    expect(complaints).toEqual([]);
  });

  test("deep links land", async () => {
    const { page } = await open("index.html");
    const items = page.locator(".menu-content a");
    const count = await items.count();
    expect(count).toBeGreaterThan(6);
    for (let at = 0; at < count; at++) {
      await items.nth(at).click();
      await page.waitForTimeout(200);
      const address = page.url();
      const id = decodeURIComponent(new URL(address).hash.replace(/^#\/?/, ""));
      if (at > 0) expect(id, address).not.toBe("");
      const landed = await open(address);
      await landed.page.waitForTimeout(700);
      const top = await landed.page.evaluate(
        (id) => document.getElementById(id)?.getBoundingClientRect().top,
        id,
      );
      if (at > 0) expect(Math.abs(top ?? NaN), address).toBeLessThan(900);
      await landed.page.context().close();
    }
  });

  test("the copy button copies", async () => {
    const { page } = await open("index.html");
    await rendered(page);
    const sample = page.locator("pre").first();
    await sample.scrollIntoViewIfNeeded();
    await sample.hover();
    await page
      .locator("[data-testid*=copy], button[aria-label*=opy]")
      .first()
      .click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(20);
  });

  test("opens as a file, and asks nothing of anybody then either", async () => {
    const { page, complaints } = await open(`file://${docs}/index.html`);
    await rendered(page);
    expect(
      complaints.filter((complaint) => !complaint.includes("file://")),
    ).toEqual([]);
  });

  test("on paper there is no menu", async () => {
    const { page } = await open("index.html");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".menu-content").isVisible()).toBe(false);
  });

  test("its policy lets nothing be loaded or sent", async () => {
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
