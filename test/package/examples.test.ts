// Each example with a "Manage billing" button, run from the tarball, in a real browser, against the mock.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { Browser, Page, Response } from "playwright-core";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { startMockServer, type MockServer } from "../../src/mock.js";
import { startChromium } from "../docs/chromium.js";
import { listen } from "../http.js";
import { install, root, run } from "./pack.js";

const credentials = { apiKey: "key_canary", apiSecret: "secret_canary" };

let browser: Browser;
let mock: MockServer;
beforeAll(async () => {
  browser = await startChromium();
  mock = await startMockServer(credentials);
  return () => Promise.all([browser.close(), mock.close()]);
});

type Environment = Record<string, string>;

interface Example {
  /** Builds it where no credentials are set. @returns its folder */
  build: () => Promise<string>;
  /** The arguments of Node that start it. */
  command: (env: Environment) => string[];
  /** What stands on the buttons that lead to the portal. */
  buttons?: string[];
  /** Where the customer ends up when no link is to be had. */
  failedPath?: string;
}

const EXAMPLES: Record<string, Example> = {
  "node-http": {
    build: () => Promise.resolve(root),
    command: () => ["--import", "tsx", "examples/node-http.ts"],
  },
  express: {
    build: () => installAndRun("express", "build", "test"),
    command: () => ["out/server.js"],
  },
  "hono-worker": {
    build: () => installAndRun("hono-worker", "types"),
    command: ({ PORT = "", PATH, ...secrets }) => [
      ...["node_modules/wrangler/bin/wrangler.js", "dev", "--port", PORT],
      ...Object.entries(secrets).flatMap(([name, value]) => [
        ...["--var", `${name}:${value}`],
      ]),
    ],
  },
  next: {
    build: () => installAndRun("next", "build"),
    command: () => ["node_modules/next/dist/bin/next", "start"],
    buttons: ["Manage billing", "Manage billing, by the route handler"],
    failedPath: "/account?billing=failed",
  },
};

async function installAndRun(
  name: string,
  ...scripts: string[]
): Promise<string> {
  const cwd = await install(name, { from: `examples/${name}` });
  const { KWIK_API_KEY, KWIK_API_SECRET, ...env } = process.env;
  for (const script of scripts) await run("npm", ["run", script], { cwd, env });
  return cwd;
}

describe.for(Object.entries(EXAMPLES))("%s", ([, example]) => {
  const { buttons = ["Manage billing"], failedPath = "/billing" } = example;
  let app: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    app = await start(await example.build(), example.command);
    return app.stop;
  }, 400_000);
  beforeEach(() => mock.reset());

  describe.for([true, false])("JavaScript: %s", (javaScriptEnabled) => {
    let page: Page;
    // Cookies know no ports, so each app has a browser context of its own.
    beforeAll(async () => {
      page = await browser.newPage({ javaScriptEnabled });
    });
    afterAll(() => page.context().close());

    async function press(name: string): Promise<Response> {
      await page.goto(`${app.url}/account`);
      const [response] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === "POST"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      // With its script on the page, Next.js redirects a server action by a header of its own.
      if (!javaScriptEnabled && response.status() !== 502)
        expect(response.status()).toBe(303);
      return response;
    }

    test("sends whoever is not signed in to the login", async () => {
      for (const button of buttons) {
        await press(button);
        await page.waitForURL(`${app.url}/login`);
      }
      expect(mock.requests).toEqual([]);
    });

    test("leads a customer to the portal and back, and no cache keeps the link", async () => {
      const portal = `${new URL(mock.url).origin}/portal/`;
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(`${app.url}/account`);
      for (const button of buttons) {
        const opened = page.waitForRequest((request) =>
          request.url().startsWith(portal),
        );
        const response = await press(button);
        expect(response.headers()["cache-control"]).toContain("no-store");
        expect((await opened).method()).toBe("GET");
        expect(mock.requests.at(-1)?.body).toEqual({
          customer_id: "cus_abc123",
          settings: { redirect_url: `${app.url}/account` },
        });
        await page.getByText("Back to site").click();
        await page.waitForURL(`${app.url}/account`);
      }
    });

    test.for(["recordNotFound", "serverError", "connectionLost"] as const)(
      "says that there is no link: %s",
      async (name, { expect }) => {
        for (const button of buttons) {
          mock.next(name);
          await press(button);
          await page.waitForURL(app.url + failedPath);
          expect(await page.textContent("body")).toContain(
            "Billing is unavailable",
          );
        }
      },
    );

    test("keeps credentials and links out of its log", () => {
      expect(app.output()).toContain("Kwik");
      expect(app.output()).not.toMatch(/canary|\/portal\//);
    });
  });
});

/** Starts a program on a free port, and waits until it answers. */
async function start(cwd: string, command: Example["command"]) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH ?? "",
    PORT: `${port}`,
    APP_URL: url,
    SESSION_SECRET: "session_canary",
    KWIK_API_KEY: credentials.apiKey,
    KWIK_API_SECRET: credentials.apiSecret,
    KWIK_BASE_URL: mock.url,
  };
  let output = "";
  const program = spawn(process.execPath, command(env), { cwd, env });
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(program, "exit");
  const stop = async () => {
    program.kill();
    await exited;
  };
  await vi
    .waitFor(() => fetch(`${url}/login`), { timeout: 60_000, interval: 200 })
    .catch(async () => {
      await stop();
      throw new Error(`It does not answer. It printed: ${output}`);
    });
  return { url, output: () => output, stop };
}

async function freePort(): Promise<number> {
  await using listening = await listen(createServer());
  return listening.port;
}
