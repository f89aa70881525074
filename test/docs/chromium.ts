import { createRequire } from "node:module";
import * as playwright from "playwright-core";
import { docs } from "./reference.js";

/** Keeps Chromium from asking anybody for anything by itself. */
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export const startChromium = () =>
  playwright.chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: FLAGS.split(" "),
  });

/** Opens a page of the reference, as under a path of a host. Its problems are requests to elsewhere, and errors of the console. */
export async function openPage(
  browser: playwright.Browser,
  page: string,
  options: playwright.BrowserContextOptions = {},
) {
  const permissions = ["clipboard-read", "clipboard-write"];
  const tab = await browser.newPage({ permissions, ...options });
  const problems: string[] = [];
  await tab.route(/^http/, (route) => {
    const url = route.request().url();
    const [, name] = url.split(/^http:..localhost.kwik.docs|#/);
    if (!name) problems.push(url);
    return name ? route.fulfill({ path: docs + name }) : route.abort();
  });
  tab.on("pageerror", ({ message }) => problems.push(message));
  tab.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await tab.goto(new URL(page, "http://localhost/kwik/docs/").href);
  if (page.includes("index"))
    await tab.locator(".panel-request-samples").waitFor();
  return { tab, problems };
}

/** Lets Redoc render what is further down. */
export async function scrollThrough(tab: playwright.Page): Promise<void> {
  for (let times = 0; times < 5; times++) {
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.waitForTimeout(100);
  }
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds serious or critical, a line each, once the page's own policy is bypassed. */
export async function seriousFindings(tab: playwright.Page): Promise<string[]> {
  await tab.addScriptTag({ path: axe });
  const { violations } = await tab.evaluate(() =>
    (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(),
  );
  return violations
    .filter(({ impact }) => /serious|critical/.test(String(impact)))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}
