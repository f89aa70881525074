// Nothing that a caller lines up or sends can end the mock.
import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMockServer, type MockServer } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

const ask = () => fetch(linkRequest(undefined, { baseUrl: mock.url }));

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
] as const)("the header %j: %j is refused", async ([name, value]) => {
  const headers = { "X-Good": "1", [name]: value };
  expect(() => mock.next("serverError", { headers })).toThrow(/^headers must /);
  expect((await ask()).status).toBe(200);
});

test("a header is sent as it was given, or refused", async () => {
  const known = ["X-Any", "Set-Cookie", "Trailer", "Date", "Te", "Expect"];
  const name = fc.oneof(
    fc.constantFrom(...known, "Upgrade", "Location", "Content-Encoding-X"),
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
    { seed: 20_261_124, numRuns: 150 },
  );
  expect(sent).toBeGreaterThan(25);
  expect((await ask()).status).toBe(200);
});

test("a 304 keeps its headers", async () => {
  const headers = { ETag: '"1"', "Content-Type": "text/x" };
  mock.next("emptyBody", { status: 304, headers });
  const response = await ask();
  expect(response.status).toBe(304);
  expect(response.headers.get("etag")).toBe('"1"');
  expect(response.headers.get("content-type")).toBe("text/x");
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
