import { access } from "node:fs/promises";
import { chromium } from "playwright-core";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Starts a Chromium that asks nobody for anything by itself.
 *
 * @throws {Error} there is none, with the line that installs it.
 */
export async function startChromium() {
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
  const executablePath = there.find(Boolean);
  if (!executablePath)
    throw new Error(
      `No Chromium at ${paths.join(", ")}: apt-get install --yes chromium, or name one in CHROME_PATH.`,
    );
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
