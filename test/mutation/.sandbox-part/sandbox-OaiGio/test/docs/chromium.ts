// @ts-nocheck
import { access } from "node:fs/promises";
import { chromium } from "playwright-core";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What keeps Chromium from asking anybody for anything by itself. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds Chromium.
 *
 * @throws {Error} there is none, with the line that installs it.
 */
export async function chromiumPath(): Promise<string> {
  const { CHROME_PATH } = process.env;
  const paths = CHROME_PATH ? [CHROME_PATH] : USUAL;
  const there = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => path,
        () => undefined,
      ),
    ),
  );
  const found = there.find(Boolean);
  if (!found)
    throw new Error(
      `No Chromium at ${paths.join(", ")}: apt-get install --yes chromium, or name one in CHROME_PATH.`,
    );
  return found;
}

export const startChromium = async () =>
  chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
