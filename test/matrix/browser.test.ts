import { afterAll, beforeAll, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { startMockServer, type MockServer } from "../../src/mock.js";
import { startChromium } from "../docs/chromium.js";
import { bundleProgram } from "./bundle-program.js";

let browser: Browser;
let mock: MockServer;
let page: Page;
beforeAll(async () => {
  [browser, mock] = await Promise.all([startChromium(), startMockServer()]);
  page = await browser.newPage();
  const body = await bundleProgram("browser.js", { format: "iife" });
  await page.route("**/page", (route) =>
    route.fulfill({ body: "<!doctype html>", contentType: "text/html" }),
  );
  await page.route("**/program.js", (route) =>
    route.fulfill({ body, contentType: "text/javascript" }),
  );
  // The mock lets no web page control it, so this does.
  await page.route("**/__mock/**", async (route) => {
    const { origin, ...headers } = route.request().headers();
    await route.fulfill({ response: await route.fetch({ headers }) });
  });
});
afterAll(() => Promise.all([browser.close(), mock.close()]));

const places = {
  "a page": `import("/program.js").then(() => outcome)`,
  "a Web Worker": `new Promise((resolve) => {
    new Worker("/program.js").onmessage = ({ data }) => resolve(data);
  })`,
};

test.for(Object.entries(places))(
  "in %s of Chromium the client refuses to start, and the probe passes where it is allowed",
  async ([, script], { expect }) => {
    await page.goto(`${mock.url}/page`);
    expect(await page.evaluate(script)).toEqual({
      refusal: expect.stringContaining("is public in a browser") as string,
      failures: [],
    });
  },
);
