// The pages of the reference in a browser; `npm run test:docs` builds them first.
import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import * as chromium from "./chromium.js";
import { contract, docs, fieldFacts, valueOf } from "./reference.js";

const browser = await chromium.startChromium();
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((one) => one.close())));
const open = (page: string, options?: BrowserContextOptions) =>
  chromium.openPage(browser, page, options);

/** What axe finds in Redoc itself, and no style of ours changes. */
const REDOC = /^label-content-name-mismatch .*aria-label="Example"/;

test.for(["index.html", "reference.html"])(
  "%s is accessible, and no wider than the window",
  async (page, { expect }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { tab } = await open(page, { colorScheme, bypassCSP: true });
      for (const width of [1440, 768, 390]) {
        await tab.setViewportSize({ width, height: 844 });
        await chromium.scrollThrough(tab);
        const found = await chromium.seriousFindings(tab);
        expect(found.filter((line) => !REDOC.test(line))).toEqual([]);
        const widest = () => document.documentElement.scrollWidth;
        expect(await tab.evaluate(widest)).toBeLessThanOrEqual(width);
      }
    }
  },
);

test("both pages ask for nothing from elsewhere, hosted or opened as a file", async () => {
  for (const base of ["", `file://${docs}/`])
    for (const page of ["index.html", "reference.html"]) {
      const { tab, problems } = await open(base + page);
      await chromium.scrollThrough(tab);
      expect(problems).toEqual([]);
    }
});

test("Redoc shows every field", async () => {
  const { tab } = await open("index.html");
  const shown: string[] = [];
  for (const name of ["200", "default"]) {
    await chromium.scrollThrough(tab);
    await tab.getByRole("tab", { name }).click();
    await chromium.scrollThrough(tab);
    const items = tab.locator(".schema-property-item");
    shown.push(...(await items.evaluateAll((all) => all.map(({ id }) => id))));
  }
  const names = shown.map((id) =>
    id
      .replace(/.*path=/, "")
      .replaceAll("/[i]", "[]")
      .replaceAll("/", "."),
  );
  // It has rows neither for the objects of a list nor for the values of a map.
  for (const { name } of fieldFacts)
    if (!/\*|\[\]$/.test(name)) expect(names).toContain(name);
});

test("the call is on Redoc's first screen", async () => {
  const screens = { 1440: 900, 1280: 800, 390: 844 };
  for (const [width, height] of Object.entries(screens)) {
    const viewport = { width: Number(width), height };
    const { tab } = await open("index.html", { viewport });
    const title = tab.getByRole("heading", { name: "Create a customer" });
    const request = tab.locator(".panel-request-samples pre");
    const [top, end] = [await title.boundingBox(), await request.boundingBox()];
    expect(top?.y).toBeLessThan(end?.y ?? 0);
    expect(end && end.y + end.height).toBeLessThanOrEqual(height);
  }
});

test("a scenario chosen in Redoc switches request and response together", async () => {
  const { tab } = await open("index.html");
  const scenarios = { advancedSettings: /^Advanced/, noSubscription: /^No / };
  for (const [scenario, name] of Object.entries(scenarios)) {
    await tab.getByLabel("Example").first().click();
    await tab.getByRole("menuitem", { name }).click();
    for (const side of ["Request", "Response"]) {
      const pre = tab.locator(`.panel-${side.toLowerCase()}-samples pre`);
      const json = async () => JSON.parse(await pre.innerText()) as unknown;
      const example = valueOf(`PortalLink${side}.${scenario}`);
      await expect.poll(json).toEqual(example);
    }
  }
});

const clipboard = () => navigator.clipboard.readText();

test('Redoc\'s "Copy" copies a contract that other tools take', async () => {
  const { tab } = await open("index.html");
  await tab.getByTestId("page-actions").first().getByText("Copy").click();
  const source = await tab.evaluate(clipboard);
  const withoutTags = JSON.stringify(contract, (key, value: unknown) =>
    key === "tags" ? undefined : value,
  );
  expect(parse(source)).toEqual(JSON.parse(withoutTags));
  const rules = { "operation-4xx-response": "off" } as const;
  const config = await createConfig({ extends: ["recommended"], rules });
  expect(await lintFromString({ source, config })).toEqual([]);
});

test("both pages have one left edge, and the colours that were chosen in Redoc", async () => {
  const { tab } = await open("index.html", { colorScheme: "light" });
  const look = async () => [
    (await tab.locator("h1").boundingBox())?.x,
    await tab.evaluate(() => getComputedStyle(document.body).backgroundColor),
  ];
  await tab.getByTestId("color-mode-switcher").click();
  const redoc = await look();
  await tab.getByRole("link", { name: "Failure codes" }).click();
  await tab.waitForURL(/reference.html#failure-codes/);
  expect(await look()).toEqual(redoc);
  expect(redoc[1]).not.toBe("rgb(255, 255, 255)");
});

test("a language is chosen for all samples, and copied", async () => {
  const { tab } = await open("reference.html");
  await tab.getByRole("button", { name: "PHP" }).last().click();
  const shown = tab.locator(".samples figure:visible");
  const labels = await shown.locator("figcaption").allTextContents();
  expect(labels).toEqual(["PHP", "PHP", "PHP"]);
  await shown.first().getByText("Copy").click();
  expect(await tab.evaluate(clipboard)).toMatch(/^<\?php\n[^]*cus_abc123/);
});

test("without a script and on paper every sample is there, and no button", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { tab } = await open("reference.html", { javaScriptEnabled });
    if (javaScriptEnabled) await tab.emulateMedia({ media: "print" });
    expect(await tab.locator(".samples figure:visible").count()).toBe(15);
    expect(await tab.locator("button:visible").count()).toBe(0);
  }
});
