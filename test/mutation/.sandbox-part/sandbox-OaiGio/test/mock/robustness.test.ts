// @ts-nocheck
// Nothing that a caller lines up or sends can end the mock, or make it keep more and more.
import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createMockHandler,
  startMockServer,
  type MockServer,
} from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

const ask = () =>
  fetch(linkRequest({ customer_id: "c" }, { baseUrl: mock.url }));

test.for([
  ["Trailer", "x-checksum"],
  ["Transfer-Encoding", "chunked"],
  ["Content-Length", "3"],
  ["Connection", "x"],
  ["Keep-Alive", "timeout=1"],
  ["Upgrade", "x"],
  ["X-Control", "a\u0001b"],
  ["X-Delete", "\u007f"],
  ["X-Line", "a\r\nb: c"],
  ["X-Wide", "→"],
  ["bad name", "x"],
])("the header %j: %j is refused", async ([name = "", value = ""]) => {
  const headers = { [name]: value };
  expect(() => mock.next("serverError", { headers })).toThrow(/^headers must /);
  expect((await ask()).status).toBe(200);
});

test("a header is sent as it was given, or refused", async () => {
  const name = fc.oneof(
    fc.constantFrom(
      "X-Any",
      "Set-Cookie",
      "Trailer",
      "Date",
      "Te",
      "Expect",
      "Upgrade",
      "Location",
      "Content-Encoding-X",
    ),
    fc.string({ maxLength: 6 }),
  );
  const value = fc.string({ unit: "binary-ascii", maxLength: 6 });
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(name, value, async (name, value) => {
      try {
        mock.next("serverError", { headers: { [name]: value } });
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const response = await ask();
      expect(response.status).toBe(500);
      expect(response.headers.get(name)).toBe(
        value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, ""),
      );
      sent++;
    }),
    { seed: 20_261_124, numRuns: 300 },
  );
  expect(sent).toBeGreaterThan(50);
  expect((await ask()).status).toBe(200);
});

test("a 304 keeps its headers", async () => {
  mock.next("emptyBody", {
    status: 304,
    headers: { ETag: '"1"', "Content-Type": "text/x" },
  });
  const response = await ask();
  expect(response.status).toBe(304);
  expect(response.headers.get("etag")).toBe('"1"');
  expect(response.headers.get("content-type")).toBe("text/x");
  mock.next({ body: { a: 1 }, status: 204, headers: { "X-Trace": "1" } });
  expect((await ask()).headers.get("x-trace")).toBe("1");
});

test("a lost connection ends without a byte", async () => {
  mock.next("connectionLost");
  const socket = connect(mock.port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
  socket.write(
    "POST /customer-portal/link HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
  );
  await once(socket, "close");
  expect(received).toBe("");
});

test.for([[undefined], [() => 1], [10n], [Symbol("x")]])(
  "a body that JSON cannot hold is refused: %o",
  ([body]) => {
    const mock = createMockHandler();
    expect(() => mock.next({ body })).toThrow(
      "body must be a text, or a value that JSON can hold.",
    );
  },
);

test("a circular body is refused", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => createMockHandler().next({ body: circle })).toThrow(
    /^body must/,
  );
});

test.for([0, 1.5, -1, 1001, NaN, "2" as never])(
  "times %j is refused",
  (times, { expect }) => {
    expect(() => createMockHandler().next("timeout", { times })).toThrow(
      "times must be a whole number from 1 to 1000.",
    );
  },
);

test("of the bodies it keeps 8 MB, the newest", async () => {
  const mock = createMockHandler();
  const large = (at: number) => `"${String(at).padEnd(3 * 1024 * 1024)}"`;
  for (let at = 0; at < 4; at++) await mock(linkRequest(large(at)));
  await mock(linkRequest({ customer_id: "c" }));
  const shown = mock.requests.map(({ body }) =>
    typeof body === "string" ? body.trim() : body,
  );
  expect(shown).toEqual([
    "[not kept]",
    "[not kept]",
    "2",
    "3",
    { customer_id: "c" },
  ]);
  await mock(linkRequest(`"${"x".repeat(9 * 1024 * 1024)}"`));
  expect(mock.requests.map(({ body }) => body)).toEqual(
    Array(6).fill("[not kept]"),
  );
  expect(mock.requests[0]).toMatchObject({
    method: "POST",
    headers: { authorization: "Basic [hidden]" },
  });
});

test("what was looked at once is dropped as well", async () => {
  const mock = createMockHandler();
  const large = `"${"x".repeat(5 * 1024 * 1024)}"`;
  await mock(linkRequest(large));
  expect(mock.requests[0]?.body).toHaveLength(large.length - 2);
  await mock(linkRequest(large));
  expect(mock.requests[0]?.body).toBe("[not kept]");
  mock.reset();
  await mock(linkRequest(large));
  expect(mock.requests[0]?.body).toHaveLength(large.length - 2);
});
