import { createServer } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as later } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createKwikClient, KwikError } from "../../src/index.js";
import { listen } from "../listen.js";
import { clientWith, credentials, request, sentBy, success } from "./answer.js";

test("the User-Agent names the package and its version", async () => {
  const { headers } = await sentBy(credentials);
  expect(headers.get("User-Agent")).toBe(
    `${packageJson.name}/${packageJson.version}`,
  );
});

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

const thrown = (value: unknown) => () => {
  throw value;
};
test.for<[name: string, answer: () => unknown, message: RegExp]>([
  ["throws nothing", thrown(undefined), /^No answer \(undefined\)$/],
  [
    "throws an object of no kind",
    thrown(Object.create(null)),
    /^No answer \(unknown\)$/,
  ],
  [
    "throws an error without words",
    thrown(new Error("")),
    /^No answer \(Error\)$/,
  ],
  [
    "throws a code",
    thrown({ code: "ECONNRESET" }),
    /^No answer \(ECONNRESET\)$/,
  ],
  ["throws many lines", thrown(new Error("a\r\nb")), /^No answer \(a b\)$/],
  [
    "throws a megabyte",
    thrown(new Error("x ".repeat(5e5))),
    /^No answer \((x ){250}\.\.\.\)$/,
  ],
  ["answers nothing", () => undefined, /^No answer \(.*undefined.*\)$/],
  [
    "answers with a network error",
    () => Response.error(),
    /^No answer \(network error\)$/,
  ],
  [
    "answers with a body that is taken",
    () => {
      const response = Response.json(success);
      response.body?.getReader();
      return response;
    },
    /^No answer \(.*locked.*\)$/,
  ],
  [
    "answers as a browser does to a redirect",
    () => ({
      status: 0,
      type: "opaqueredirect",
      headers: new Headers(),
      body: null,
    }),
    /^Redirects are not followed \(HTTP 0\)$/,
  ],
])("a fetch that %s", async ([, answer, message], { expect }) => {
  const kwik = clientWith(answer as () => Response);
  for (const call of [
    () => kwik.createPortalLink(request),
    () => kwik.api.POST("/customer-portal/link", { body: request }),
  ]) {
    const error: unknown = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KwikError);
    expect((error as Error).message).toMatch(message);
  }
});

test.for([999, 600])(
  "HTTP %i through api is a KwikApiError",
  async (status, { expect }) => {
    await using server = await listen(
      createServer((_, response) => response.writeHead(status).end("{}")),
    );
    const kwik = createKwikClient({ ...credentials, baseUrl: server.url });
    await expect(
      kwik.api.POST("/customer-portal/link", { body: request }),
    ).rejects.toMatchObject({ name: "KwikApiError", status });
  },
);

test("a body over 1 MiB through api is a KwikContractError", async () => {
  const kwik = clientWith(() => new Response("x".repeat(2 ** 20 + 1)));
  await expect(
    kwik.api.POST("/customer-portal/link", { body: request }),
  ).rejects.toThrow("The response: it is larger than 1 MiB.");
});

test("a body of 1 MiB is read", async () => {
  const body = JSON.stringify(success).padEnd(2 ** 20);
  await expect(
    clientWith(() => new Response(body)).createPortalLink(request),
  ).resolves.toEqual(success.result);
});

test("api hands over the bytes that the server sent", async () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xfe]);
  const kwik = clientWith(() => new Response(bytes, { status: 404 }));
  const { response } = await kwik.api.POST("/customer-portal/link", {
    body: request,
    parseAs: "stream",
  });
  expect(response.status).toBe(404);
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
  "no socket is left open after too large a body, a time-out or an abort: %s",
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
