import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikTimeoutError,
} from "../../src/index.js";
import {
  startMockServer,
  type MockServer,
  type MockServerOptions,
} from "../../src/mock.js";
import { connectableHost, listenError } from "../../src/mock/addresses.js";
import { linkRequest } from "../link-request.js";
import { listen } from "../listen.js";
import { authorization, basic, sendRaw } from "./prism/raw-request.js";

const SECRET = "secret_do_not_show";
const credentials = { apiKey: "key_test_abc123", apiSecret: SECRET };

const running: MockServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options?: MockServerOptions): Promise<MockServer> {
  const server = await startMockServer(options);
  running.push(server);
  return server;
}

const clientOf = ({ url }: MockServer, base = "") =>
  createKwikClient({ ...credentials, baseUrl: url + base });

test("the client goes through to the portal page and back, under any base path", async () => {
  const server = await start();
  const { link_url } = await clientOf(server, "/2.0").createPortalLink({
    customer_id: "cus_mine",
    settings: { redirect_url: "https://my.example" },
  });
  expect(link_url.startsWith(`${server.url}/portal/`)).toBe(true);
  const page = await fetch(link_url);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain("cus_mine");
  expect(html).toContain('<a href="https://my.example"');
});

test.for([
  ["localhost:PORT", "http://localhost:PORT"],
  ["[::1]:PORT", "http://[::1]:PORT"],
  ["mock", "http://mock"],
  ["evil.example/x", ""],
  ['a"b', ""],
  ["user@host", ""],
  ["[::1]x", ""],
  ["127.0.0.1:99999", ""],
] as const)(
  "for the Host %j, links lead to %j or else to its own address",
  async ([given, origin], { expect }) => {
    const { port, url } = await start();
    const at = (text: string) => text.replace("PORT", String(port));
    const { text } = await sendRaw(url, { headers: { host: at(given) } });
    expect(text).toContain(`"link_url":"${at(origin) || url}/portal/`);
  },
);

test("portalUrl sends them elsewhere", async () => {
  const server = await start({ portalUrl: "http://portal.example/p/" });
  const link = await clientOf(server).createPortalLink({ customer_id: "c" });
  expect(link.link_url).toMatch("http://portal.example/p/");
});

test("a body in many pieces, not all of them ASCII", async () => {
  const server = await start();
  const body = Buffer.from(
    JSON.stringify({ customer_id: "cus_é😀", settings: { page_title: "é" } }),
  );
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const byte of body) {
        controller.enqueue(Buffer.of(byte));
        await new Promise(setImmediate);
      }
      controller.close();
    },
  });
  const response = await fetch(
    new Request(linkRequest(undefined, { baseUrl: server.url }), {
      body: stream,
      duplex: "half",
    } as RequestInit),
  );
  expect(await response.text()).toContain('"cus_é😀"');
});

test("what goes wrong with a connection goes wrong over HTTP", async () => {
  const server = await start();
  const kwik = clientOf(server);
  server.next("connectionLost");
  const create = (timeoutMs?: number) =>
    kwik.createPortalLink({ customer_id: "c" }, { timeoutMs });
  await expect(create()).rejects.toBeInstanceOf(KwikConnectionError);
  server.next("recordNotFound");
  await expect(create()).rejects.toBeInstanceOf(KwikApiError);
  expect(server.requests).toHaveLength(2);
  server.next("timeout");
  await expect(create(50)).rejects.toBeInstanceOf(KwikTimeoutError);
});

test("closing ends the connections that still wait", async () => {
  const server = await startMockServer({ latencyMs: 1_000_000 });
  const call = clientOf(server).createPortalLink({ customer_id: "c" });
  const failed = expect(call).rejects.toBeInstanceOf(KwikConnectionError);
  while (server.requests.length === 0) await new Promise(setImmediate);
  await server.close();
  await failed;
  await expect(fetch(server.url)).rejects.toThrow();
});

test("logs a line for each request, without credentials, links and control characters", async () => {
  const lines: string[] = [];
  const server = await start({
    log: (line) => lines.push(line),
    apiKey: credentials.apiKey,
  });
  const kwik = clientOf(server, "/2.0");
  const link = await kwik.createPortalLink({
    customer_id: "cus_mine",
    subscription_id: "sub_mine",
  });
  await fetch(link.link_url);
  await fetch(`${link.link_url}x`);
  await fetch(`${server.url}/another?secret=${SECRET}`);
  await kwik.createPortalLink({
    customer_id: `${SECRET}\n\u001b${"x".repeat(400)}`,
  });
  const right = basic(`${credentials.apiKey}:${SECRET}`);
  const headers = { Authorization: right };
  await fetch(
    linkRequest(
      { customer_id: 1, [SECRET]: link.link_url },
      { baseUrl: server.url, headers },
    ),
  );
  const post = (path: string, body: string, credentials = right) =>
    sendRaw(server.url, { path, body, ...authorization(credentials) });
  server.next("connectionLost");
  await kwik.createPortalLink({ customer_id: "c" }).catch(() => {});
  await post("/__mock/next", '{"body":1}');
  await post("/customer-portal/link", "{");
  await post("/customer-portal/link", "{");
  await post("/customer-portal/link", "", "");
  await post("/customer-portal/link", "", basic("yek:secret"));
  await fetch(`${server.url}/__mock/health`);
  await fetch(`${server.url}/__mock/${SECRET}/`);
  expect(
    lines.map((line) => line.replace(/\(\d{1,5} ms\)$/, "(_ ms)")),
  ).toEqual([
    "POST /customer-portal/link 200 cus_mine sub_mine (_ ms)",
    "GET /portal/… 200 portal page (_ ms)",
    "GET /portal/… 404 unknown link (_ ms)",
    "GET another path 404 The mock answers POST …/customer-portal/link alone. (_ ms)",
    `POST /customer-portal/link 200 [hidden]??${"x".repeat(290)} (_ ms)`,
    "POST /customer-portal/link 422 validationFailed: customer_id must be a string; [hidden] is not in the contract (_ ms)",
    "POST /customer-portal/link connectionLost connectionLost, as asked (_ ms)",
    "POST /__mock/next 204 done (_ ms)",
    "POST /customer-portal/link 200 a body, as asked (_ ms)",
    "POST /customer-portal/link 400 invalidBodyLayout: body is not JSON (_ ms)",
    "POST /customer-portal/link 401 invalidApiKey: no Basic credentials (_ ms)",
    "POST /customer-portal/link 401 invalidApiKey: not the credentials given (_ ms)",
    "GET /__mock/health 200 ok (_ ms)",
    "GET /__mock 404 no such control (_ ms)",
  ]);
});

test("survives what would throw: a clock, a log, an odd header", async () => {
  let now: () => number = () => NaN;
  const server = await start({
    clock: () => now(),
    log: () => {
      throw new Error("no log");
    },
  });
  const send = () =>
    sendRaw(server.url, { headers: { "set-cookie": "a=do_not_show" } });
  const failed = await send();
  expect(failed).toHaveProperty("status", 500);
  expect(failed.text).toContain('"The mock failed"');
  now = () => 0;
  expect(await send()).toHaveProperty("status", 200);
  expect(JSON.stringify(server.requests)).not.toContain("do_not_show");
});

test("a body over 10 MB takes its turn like any other", async () => {
  const server = await start();
  server.next("serverError");
  const post = (body: string) =>
    fetch(linkRequest(body, { baseUrl: server.url }));
  const large = `{"customer_id":"${"x".repeat(11 * 1024 * 1024)}"}`;
  expect((await post(large)).status).toBe(500);
  expect((await post(large)).status).toBe(413);
  expect((await post('{"customer_id":"c"}')).status).toBe(200);
  expect(server.requests).toHaveLength(3);
});

test("a port in use is a clear error", async () => {
  await using other = await listen(createServer());
  const { port } = other;
  await expect(startMockServer({ port })).rejects.toThrow(
    `Port ${port} is in use: stop what listens there, or choose another one.`,
  );
});

test.for([
  [{ port: -1 }, "port must be a whole number from 0 to 65535."],
  [{ port: 65536 }, "port must be a whole number from 0 to 65535."],
  [{ port: 1.5 }, "port must be a whole number from 0 to 65535."],
  [
    { host: "192.0.2.1" },
    "Nothing can listen on 192.0.2.1 (EADDRNOTAVAIL): choose an address of this machine, such as 127.0.0.1.",
  ],
  [{ seed: 0.5 }, "seed must be an integer."],
] as [MockServerOptions, string][])(
  "%j is refused",
  async ([options, message], { expect }) => {
    await expect(startMockServer(options)).rejects.toThrow(message);
  },
);

test.for([
  ["0.0.0.0", "127.0.0.1"],
  ["", "127.0.0.1"],
  ["::", "[::1]"],
  ["::1", "[::1]"],
  ["mock.test", "mock.test"],
] as const)("what listens on %j is reached at %j", ([host, reached]) => {
  expect(connectableHost(host)).toBe(reached);
});

test("a port that needs more rights is a clear error", () => {
  expect(listenError("EACCES", "127.0.0.1", 80)).toBe(
    "Port 80 needs more rights: choose one above 1023.",
  );
});

test("an answer over HTTP takes the latency, and has its length", async () => {
  const { url } = await start({ latencyMs: 40 });
  const started = Date.now();
  const response = await fetch(linkRequest(undefined, { baseUrl: url }));
  const length = Number(response.headers.get("content-length"));
  expect(await response.text()).toHaveLength(length);
  expect(Date.now() - started).toBeGreaterThanOrEqual(39);
});

test("listens on every address when told to, and says how to reach it here", async () => {
  const server = await start({ host: "0.0.0.0" });
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  await expect(
    clientOf(server).createPortalLink({ customer_id: "c" }),
  ).resolves.toHaveProperty("id");
});
