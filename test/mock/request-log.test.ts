// mock.requests is what the mock was sent, without credentials.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { serverUrl } from "../../src/contract/generated.js";
import { createMockHandler } from "../../src/mock.js";
import { linkRequest } from "../http.js";

const SECRET = "secret_do_not_show";
const GIVEN = "s3cr3t/value";
const basic = (pair: string) => ({
  Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});
const { Authorization } = basic(`key_test_abc123:${SECRET}`);

test("is kept, in order, for assertions", async () => {
  const mock = createMockHandler();
  const body = { customer_id: "cus_1", settings: { cancel_type: "NOW" } };
  for (const sent of [body, "{", "null", ""]) await mock(linkRequest(sent));
  const url = `${serverUrl}/customer-portal/link`;
  expect(mock.requests[0]).toMatchObject({ method: "POST", url, body });
  const bodies = mock.requests.map((request) => request.body);
  expect(bodies.slice(1)).toEqual(["{", null, undefined]);
});

test("holds no credentials, sent or given, wherever they were", async () => {
  const mock = createMockHandler({ apiKey: "key_live_x", apiSecret: GIVEN });
  const headers = {
    Authorization,
    Cookie: "session=abc_do_not_show",
    "X-Secret": SECRET,
    "X-Copy": `was ${Authorization}`,
    "X-Api-Key": "key_live_x",
    "Proxy-Authorization": "Basic c29tZTpvdGhlcg==",
  };
  const baseUrl = "https://h.example/portal/a_token_do_not_show";
  const request = linkRequest({ api: GIVEN }, { headers, baseUrl });
  const query = `?s=${encodeURIComponent(GIVEN)}&t=${SECRET}`;
  await mock(new Request(request.url + query, request));
  for (const other of [`Bearer ${SECRET}`, SECRET, `key_live_x ${GIVEN}`])
    await mock(linkRequest({}, { headers: { Authorization: other } }));
  const shown = JSON.stringify(mock.requests) + inspect(mock, { depth: 9 });
  expect(shown).not.toMatch(/do_not_show|s3cr3t|key_live_x|c29tZTpvdGhlcg/);
  expect(shown).not.toContain(Authorization.slice(6));
  expect(mock.requests[0]?.headers.authorization).toBe("Basic [hidden]");
  expect(mock.requests[0]?.url).toBe(
    "https://h.example/portal/…/customer-portal/link?s=[hidden]&t=[hidden]",
  );
});

test("a short secret is no reason to hide half of a request", async () => {
  const mock = createMockHandler();
  for (const secret of ["a", "link", "customer_id"])
    await mock(linkRequest(undefined, { headers: basic(`key:${secret}`) }));
  for (const request of mock.requests)
    expect(request).toMatchObject({
      url: `${serverUrl}/customer-portal/link`,
      headers: { "content-type": "application/json" },
      body: { customer_id: "c" },
    });
});

test("is the last thousand, and of a long body the beginning", async () => {
  const mock = createMockHandler();
  for (let at = 0; at < 1100; at++) await mock(linkRequest(`${at}`));
  expect(mock.requests).toHaveLength(1000);
  expect(mock.requests[0]?.body).toBe(100);
  const long = `"${"x".repeat(200_000)}"`;
  await mock(linkRequest(long));
  expect(mock.requests.at(-1)?.body).toBe(long.slice(0, 100_000));
});
