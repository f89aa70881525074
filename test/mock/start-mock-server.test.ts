import { once } from "node:events";
import { createServer, request } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { listenError } from "../../src/mock/addresses.js";
import { startMockServer, type MockServerOptions } from "../../src/mock.js";
import { listen } from "../http.js";

afterEach(() => void vi.useRealTimers());

async function start(options?: MockServerOptions) {
  const server = await startMockServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** As it is: fetch has headers and rules of its own. PORT stands for the server's. */
async function send(
  { port }: { port: number },
  { body = "", headers = {}, ...more }: RequestOptions & { body?: string },
) {
  const all = {
    authorization: `Basic ${btoa("key_abc123:secret_abc123")}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...headers,
  };
  if ("host" in all) all.host = String(all.host).replace("PORT", `${port}`);
  const path = "/customer-portal/link";
  const options = { host: "127.0.0.1", port, method: "POST", path, ...more };
  const sent = request({ ...options, headers: all }).end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode, text: await text(response) };
}

const body = '{"customer_id":"c"}';
const HEALTH = { method: "GET", path: "/%5F_mock/health" };
const HOSTS = [
  ...["127.0.0.1:PORT", "LOCALHOST:PORT", "[::1]:PORT"].map((one) => [one, ""]),
  ["localhost:1", "It is called on port 1, but listens on PORT: behind a"],
  ["localhost", "It is called on port 80, but listens on PORT: behind a"],
  ["evil.example:PORT", "On loopback it must be called localhost, 127.0.0.1"],
  ["127.0.0.1.evil.example:PORT", "On loopback it must be called"],
  ...["a b", ":PORT", "user@localhost:PORT", "[::1]x", "[::1]:99999"].map(
    (one) => [one, "as portalUrl (--portal-url) says.", "no host"],
  ),
];
test.for(HOSTS)(
  "for the Host %j, links lead to it, and control says %j: %s",
  async ([host = "", advice = "", noHost], { expect }) => {
    const server = await start();
    const here = (text: string) => text.replaceAll("PORT", String(server.port));
    const link = await send(server, { headers: { host }, body });
    const origin = noHost ? server.url : `http://${here(host)}`;
    expect(link.text).toContain(`"link_url":"${origin}/portal/`);
    const health = await send(server, { ...HEALTH, headers: { host } });
    expect(health.status).toBe(advice ? 403 : 200);
    expect(health.text).toContain(here(advice));
  },
);

test.for([
  ["mock.example", { portalUrl: "https://mock.example/portal/" }, 200],
  ["127.0.0.1:PORT", { portalUrl: "https://mock.example/portal/" }, 200],
  ["a b", { portalUrl: "https://mock.example/portal/" }, 403],
  ["localhost:1", { portalUrl: "http://localhost:1/portal/" }, 200],
  ["evil.example:PORT", { host: "127.1" }, 403],
  ["mock.test:PORT", { host: "0.0.0.0" }, 200],
] as const)("control as %j, with %j: %i", async ([host, options, status]) => {
  const server = await start(options);
  const health = await send(server, { ...HEALTH, headers: { host } });
  expect(health.status).toBe(status);
});

test("portalUrl begins its links, whose portal it plays under any path", async () => {
  const server = await start({ portalUrl: "http://portal.example/p/" });
  const { text: link } = await send(server, { body });
  const [, token = ""] = /"http:..portal.example.p.([\w-]+)"/.exec(link) ?? [];
  const portal = await fetch(`${server.url}/p/${token}`);
  expect(portal.status).toBe(200);
});

test.for([
  [undefined, "http://mock.example/portal/", 403],
  ["https://mock.example/portal/", "https://mock.example/portal/", 200],
] as const)(
  "behind a proxy that ends TLS, with portalUrl %j: links at %s, control %i, the form works",
  async ([portalUrl, links, status], { expect }) => {
    const server = await start({ portalUrl });
    const forwarded = { host: "mock.example", "x-forwarded-proto": "https" };
    const link = await send(server, { headers: forwarded, body });
    expect(link.text).toContain(`"link_url":"${links}`);
    const health = await send(server, { ...HEALTH, headers: forwarded });
    expect(health.status).toBe(status);
    expect(health.text).toContain(portalUrl ? "ok" : "(--portal-url)");
    const type = "application/x-www-form-urlencoded";
    const form = { "content-type": type, origin: "https://mock.example" };
    const headers = { ...forwarded, ...form };
    const sent = { path: "/", headers, body: "customer_id=c" };
    expect(await send(server, sent)).toHaveProperty("status", 303);
  },
);

test("a body over 10 MB takes its turn like any other", async () => {
  const server = await start();
  server.next("serverError");
  const large = `{"customer_id":"${"x".repeat(11 << 20)}"}`;
  const statuses = [];
  for (const one of [large, large, body])
    statuses.push((await send(server, { body: one })).status);
  expect(statuses).toEqual([500, 413, 200]);
  expect(server.requests).toHaveLength(3);
});

test("a lost connection ends without a byte, and closing ends those that still wait", async () => {
  const server = await start();
  server.next("connectionLost");
  const lost = send(server, { body });
  await expect(lost).rejects.toHaveProperty("code", "ECONNRESET");
  server.next("timeout");
  const waiting = expect(send(server, { body })).rejects.toThrow();
  await expect.poll(() => server.requests.length).toBe(2);
  await server.close();
  await waiting;
  await expect(fetch(server.url)).rejects.toThrow();
});

test.for(["before", "after"])(
  "under timers faked %s it starts, it answers by their clock, and latency ends when they say",
  async (when, { expect }) => {
    const fake = () => vi.useFakeTimers({ now: Date.UTC(2030, 0) });
    if (when === "before") fake();
    const server = await start();
    const slow = await start({ latencyMs: 60_000 });
    if (when === "after") fake();
    const link = await send(server, { body });
    expect(link.text).toContain('"expires_at":"2030-01-01T00:30:00Z"');
    const answer = send(slow, { body });
    while (vi.getTimerCount() === 0) await send(server, { body });
    vi.advanceTimersByTime(60_000);
    expect(await answer).toHaveProperty("status", 200);
  },
);

test("logs a line for each request, without credentials, links and control characters", async () => {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const server = await start({ log, apiKey: "key_abc123" });
  const created = await send(server, {
    path: "/2.0/customer-portal/link",
    body: '{"customer_id":"cus_mine","subscription_id":"sub_mine"}',
  });
  const [, link = ""] = /"(http[^"]+)"/.exec(created.text) ?? [];
  const { pathname } = new URL(link);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const act = (action: string, path = pathname) =>
    send(server, { path, headers: form, body: `action=${action}` });
  await act("cancel");
  await act("select");
  await act("secret_do_not_show");
  await send(server, { method: "GET", path: pathname });
  await send(server, { method: "GET", path: `${pathname}x` });
  const odd = `/another/secret_abc123/${"x".repeat(200)}?secret_abc123`;
  await send(server, { method: "GET", path: odd });
  const customer_id = `secret_abc123\n\u001b${"x".repeat(400)}`;
  await send(server, { body: JSON.stringify({ customer_id }) });
  const broken = { settings: { redirect_url: "x" }, secret_abc123: link };
  await send(server, { body: JSON.stringify(broken) });
  server.next("connectionLost");
  await send(server, { body }).catch(() => {});
  await send(server, { path: "/__mock/next", body: '{"body":1}' });
  // The first one is answered with the body that was lined up.
  for (const sent of ["{", "{"]) await send(server, { body: sent });
  await send(server, { headers: { authorization: "" } });
  const wrong = { authorization: `Basic ${btoa("yek:secret")}` };
  await send(server, { headers: wrong });
  await send(server, { method: "GET", path: "/__mock/secret_abc123/" });
  await send(server, { method: "GET", path: "/" });
  await act("", "/");
  const shown = lines.map((line) => line.replace(/ \(\d{1,5} ms\)$/, ""));
  expect(shown).toEqual([
    "POST /customer-portal/link 200 cus_mine sub_mine",
    "POST /portal/… 303 portal action: cancel",
    "POST /portal/… 403 not allowed: select",
    "POST /portal/… 403 not allowed: no such action",
    "GET /portal/… 200 portal page",
    "GET /portal/… 404 unknown link",
    `GET /another/[hidden]/${"x".repeat(82)} 404 The mock answers POST …/customer-portal/link alone.`,
    `POST /customer-portal/link 200 [hidden]??${"x".repeat(290)}`,
    "POST /customer-portal/link 422 validationFailed: customer_id is missing; [hidden] is not in the contract; settings.redirect_url must be an absolute URI, as in https://example.com/path",
    "POST /customer-portal/link connectionLost connectionLost, as asked",
    "POST /__mock/next 204 done",
    "POST /customer-portal/link 200 a body, as asked",
    "POST /customer-portal/link 400 invalidBodyLayout: body is not JSON",
    "POST /customer-portal/link 401 invalidApiKey: no Basic credentials",
    "POST /customer-portal/link 401 invalidApiKey: not the credentials given",
    "GET /__mock/[hidden]/ 404 no such control",
    "GET / 200 kwik customer portal",
    "POST / 422 validationFailed: customer_id is missing",
  ]);
});

test("survives what would throw: a clock, a log, an odd header, no host", async () => {
  let time = NaN;
  const log = () => {
    throw new Error("no log");
  };
  const server = await start({ clock: () => time, log });
  const headers = { "set-cookie": "a=do_not_show" };
  const failed = await send(server, { headers, body });
  expect(failed.status).toBe(500);
  expect(failed.text).toContain('"The mock failed"');
  time = 0;
  expect(await send(server, { headers, body })).toHaveProperty("status", 200);
  expect(JSON.stringify(server.requests)).not.toContain("do_not_show");
  const type = "Content-Type: application/x-www-form-urlencoded";
  const raw = connect(server.port, "127.0.0.1");
  raw.end(`POST http:/// HTTP/1.0\r\n${type}\r\n\r\n`);
  expect(await text(raw)).toContain(" 403 ");
});

test.for([
  [{ port: -1 }, "port must be a whole number from 0 to 65535."],
  [{ port: 65536 }, "port must be a whole number from 0 to 65535."],
  [{ host: "192.0.2.1" }, "Nothing can listen on 192.0.2.1 (EADDRNOTAVAIL)"],
  [{ port: 1.5 }, "port must be a whole number from 0 to 65535."],
  [{ seed: 0.5 }, "seed must be an integer."],
  [{ host: null }, "host must be a string."],
  [{ prot: 1 }, "Unknown option prot: there are apiKey, "],
] as [object, string][])("%j is refused: %s", async ([options, message]) => {
  await expect(startMockServer(options)).rejects.toThrow(message);
});

test("on every address, it says how to reach it here", async () => {
  for (const host of ["0.0.0.0", ""])
    expect((await start({ host })).url).toMatch(/^http:..127\.0\.0\.1:\d+$/);
});

test("a port in use is a clear error that names the option, and so are missing rights", async () => {
  await using other = await listen(createServer());
  const { port } = other;
  await expect(startMockServer({ port })).rejects.toThrow(
    `Port ${port} is in use: stop what listens there, or choose another one with port (--port).`,
  );
  expect(listenError("EACCES", "", 80)).toMatch(/^Port 80 needs .*\(--port\)/);
});
