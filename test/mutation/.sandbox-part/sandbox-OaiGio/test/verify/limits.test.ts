// @ts-nocheck
// The number of requests is kept to, whatever a provider does.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { plan, verify } from "../../src/verify/verify.js";

const account = {
  ...{ apiKey: "key", apiSecret: "secret" },
  ...{ customerId: "cus_mine", subscriptionId: undefined },
};

async function against(listener: RequestListener, timeoutMs = 1000) {
  let count = 0;
  let open = 0;
  const server = createServer((request, response) => {
    count++;
    open++;
    response.on("close", () => open--);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const baseUrl = `http://127.0.0.1:${port}`;
    const verification = await verify({ ...account, baseUrl, timeoutMs });
    await expect.poll(() => open).toBe(0);
    return { ...verification, count };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("a provider that never answers is asked once", async () => {
  const { stopped, count } = await against(() => {}, 2000);
  expect(stopped).toBe("no answer within 2 s to noSubscription");
  expect(count).toBe(1);
});

test("a provider that streams slowly without end is asked once", async () => {
  const { stopped, count } = await against((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  }, 2000);
  expect(stopped).toBe("no answer within 2 s to noSubscription");
  expect(count).toBe(1);
});

test("a provider that streams fast without end is asked as often as said, and its streams are closed", async () => {
  const { outcome, count } = await against((_, response) => {
    const chunk = " ".repeat(65_536);
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", write);
    write();
  }, 60_000);
  expect(outcome).toBe("failed");
  expect(count).toBe(plan(account).probes.length);
});
