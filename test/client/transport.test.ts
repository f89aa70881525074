import { createServer } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as later } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import {
  createKwikClient,
  KwikError,
  type KwikApiError,
} from "../../src/index.js";
import { listen } from "../listen.js";
import { clientWith, credentials, request, success } from "./answer.js";

test("under Deno the body is a stream", async () => {
  vi.stubGlobal("Deno", {});
  const inits: RequestInit[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    inits.push(init);
    return Promise.resolve(Response.json(success));
  });
  try {
    await createKwikClient(credentials).createPortalLink(request);
  } finally {
    vi.unstubAllGlobals();
  }
  const [init] = inits;
  expect(init).toMatchObject({ duplex: "half" });
  expect(init?.body).toBeInstanceOf(ReadableStream);
  expect(await new Response(init?.body).json()).toEqual(request);
});

const throws = (value: unknown) => () => {
  throw value;
};
const taken = () => {
  const response = Response.json(success);
  response.body?.getReader();
  return response;
};
/** As a browser shows a redirect. */
const opaque = { status: 0, type: "opaqueredirect", headers: new Headers() };
const PAIR = `Basic ${btoa("canary_key:canary_secret")}`;

test.for<[answer: string, fetch: () => unknown, message: RegExp]>([
  ["nothing thrown", throws(undefined), /^No answer \(undefined\)$/],
  ["no kind of object", throws(Object.create(null)), /^No answer \(unknown\)$/],
  ["no words", throws(new Error("")), /^No answer \(Error\)$/],
  ["a code", throws({ code: "ECONNRESET" }), /^No answer \(ECONNRESET\)$/],
  ["a string", throws(PAIR), /^No answer \(Basic \[hidden\]\)$/],
  [
    "a cause",
    throws(new TypeError("fetch failed", { cause: new Error("no route") })),
    /^No answer \(no route\)$/,
  ],
  ["many lines", throws(new Error("a\r\nb")), /^No answer \(a b\)$/],
  [
    "a megabyte",
    throws(new Error("x ".repeat(5e5))),
    /^No answer \((x ){250}\.\.\.\)$/,
  ],
  ["no response", () => undefined, /^No answer \(.*undefined.*\)$/],
  ["a network error", () => Response.error(), /^No answer \(network error\)$/],
  ["a body that is taken", taken, /^No answer \(.*locked.*\)$/],
  ["a browser's redirect", () => opaque, /^Redirects are .* \(HTTP 0\)$/],
])("a fetch that answers with %s", async ([, fetch, message], { expect }) => {
  const kwik = clientWith(fetch as () => Response);
  for (const call of [
    () => kwik.createPortalLink(request),
    () => kwik.api.POST("/customer-portal/link", { body: request }),
  ]) {
    const error: unknown = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KwikError);
    expect((error as Error).message).toMatch(message);
  }
});

test.for([
  [600, "{}", "KwikApiError"],
  [999, "{}", "KwikApiError"],
  [200, "x".repeat(2 ** 20 + 1), "KwikContractError"],
] as const)(
  "HTTP %i through api, if a Response cannot hold it",
  async ([status, body, name], { expect }) => {
    await using server = await listen(
      createServer((_, response) => response.writeHead(status).end(body)),
    );
    const kwik = createKwikClient({ ...credentials, baseUrl: server.url });
    await expect(
      kwik.api.POST("/customer-portal/link", { body: request }),
    ).rejects.toMatchObject({ name, status });
  },
);

test("a body of 1 MiB is read", async () => {
  const body = JSON.stringify(success).padEnd(2 ** 20);
  await expect(
    clientWith(() => new Response(body)).createPortalLink(request),
  ).resolves.toEqual(success.result);
});

test("api hands over the bytes that the server sent", async () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xfe]);
  const kwik = clientWith(() => new Response(bytes, { status: 599 }));
  const { response, error } = await kwik.api.POST("/customer-portal/link", {
    body: request,
  });
  expect(response.status).toBe(599);
  expect(error).toBe(new TextDecoder().decode(bytes));
});

test.for([
  ["its own fetch", (request: Request) => fetch(request)],
  [
    "a fetch that drops the signal",
    async (request: Request) =>
      fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: await request.text(),
      }),
  ],
] as const)(
  "no socket is left open by a body that does not end: %s",
  async ([, fetch], { expect }) => {
    let begin = "x".repeat(5e6);
    // None of them ever ends.
    const sockets: Socket[] = [];
    const http = createServer(({ socket }, response) => {
      sockets.push(socket);
      response.write(begin);
    });
    await using server = await listen(http);
    const openSockets = () =>
      sockets.filter(({ destroyed }) => !destroyed).length;
    const options = { ...credentials, baseUrl: server.url, fetch };
    await expect(
      createKwikClient(options).createPortalLink(request),
    ).rejects.toThrow("larger than 1 MiB");
    await expect.poll(openSockets).toBe(0);

    begin = "{";
    await expect(
      createKwikClient({ ...options, timeoutMs: 50 }).createPortalLink(request),
    ).rejects.toThrow("No answer within 50 ms");
    await expect.poll(openSockets).toBe(0);

    const controller = new AbortController();
    const call = createKwikClient(options).createPortalLink(
      request,
      controller,
    );
    await later(50);
    controller.abort("left");
    await expect(call).rejects.toBe("left");
    await expect.poll(openSockets).toBe(0);
    expect(sockets).toHaveLength(3);
  },
);

test("no socket is left open by a status that has no body", async () => {
  const sockets: Socket[] = [];
  const http = createServer(({ socket }, response) => {
    sockets.push(socket);
    response.writeHead(205).write("{");
  });
  await using server = await listen(http);
  const kwik = createKwikClient({ ...credentials, baseUrl: server.url });
  await expect(kwik.createPortalLink(request)).rejects.toThrow("it is empty");
  await expect.poll(() => sockets.every((one) => one.destroyed)).toBe(true);
  expect(sockets).toHaveLength(1);
});

test("an error shows the headers of a list alone, and no token of a page", async () => {
  const shown =
    "cf-ray content-encoding content-length content-type date ratelimit-limit retry-after retry-after-ms server traceid via x-correlation-id x-ratelimit-reset x-request-id";
  const hidden = "dates location not-via request-id-of request-trace x-server";
  const names = `${shown} ${hidden}`.split(" ");
  const headers = Object.fromEntries(names.map((name) => [name, "1"]));
  const page = `at ${"a".repeat(20)} ${"b".repeat(19)}`;
  const kwik = clientWith(() => new Response(page, { status: 500, headers }));
  const error = (await kwik
    .createPortalLink(request)
    .catch((reason: unknown) => reason)) as KwikApiError;
  expect([...error.headers.keys()].join(" ")).toBe(shown);
  expect(error.body).toBe(`at [hidden] ${"b".repeat(19)}`);
});
