// @ts-nocheck
import { GlobalRegistrator } from "@happy-dom/global-registrator";
import { JSDOM } from "jsdom";
import { afterEach, expect, test, vi } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { createMockHandler } from "../../src/mock.js";

const credentials = { apiKey: "key", apiSecret: "secret" };
const request = { customer_id: "cus_abc123" };

afterEach(() => vi.unstubAllGlobals());

test("under jsdom the client starts: Node runs it", async () => {
  const { window } = new JSDOM();
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  const kwik = createKwikClient({ ...credentials, fetch: createMockHandler() });
  await expect(kwik.createPortalLink(request)).resolves.toHaveProperty("id");
});

test("under happy-dom, with its own fetch classes, the client starts and the mock finds the credentials", async () => {
  GlobalRegistrator.register();
  try {
    const kwik = createKwikClient({
      ...credentials,
      fetch: createMockHandler(),
    });
    await expect(kwik.createPortalLink(request)).resolves.toHaveProperty("id");
  } finally {
    await GlobalRegistrator.unregister();
  }
});
