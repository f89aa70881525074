// mock.requests is what the mock was sent, without credentials.
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { serverUrl } from "../../src/contract/generated.js";
import { createKwikClient } from "../../src/index.js";
import { createMockHandler } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const SECRET = "secret_do_not_show";
const basic = (pair: string) => ({
  Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});
const AUTHORIZATION = basic(`key_test_abc123:${SECRET}`).Authorization;

test("is kept, in order, for assertions", async () => {
  const mock = createMockHandler();
  const kwik = createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    fetch: mock,
  });
  await kwik.createPortalLink({
    customer_id: "cus_1",
    settings: { cancel_type: "NOW" },
  });
  await mock(linkRequest("{"));
  expect(mock.requests).toMatchObject([
    {
      method: "POST",
      url: `${serverUrl}/customer-portal/link`,
      headers: { "content-type": "application/json" },
      body: { customer_id: "cus_1", settings: { cancel_type: "NOW" } },
    },
    { body: "{" },
  ]);
});

test("holds no credentials, wherever they were", async () => {
  const mock = createMockHandler();
  const headers = {
    Authorization: AUTHORIZATION,
    "X-Secret": SECRET,
    "X-Copy": `was ${AUTHORIZATION}`,
    "Proxy-Authorization": "Basic c29tZTpvdGhlcg==",
  };
  const request = linkRequest({ customer_id: "c" }, { headers });
  await mock(new Request(`${request.url}?secret=${SECRET}`, request));
  await mock(
    linkRequest({}, { headers: { Authorization: `Bearer ${SECRET}` } }),
  );
  await mock(linkRequest({}, { headers: { Authorization: SECRET } }));
  const shown = JSON.stringify(mock.requests) + inspect(mock, { depth: 9 });
  expect(shown).not.toContain(SECRET);
  expect(shown).not.toContain(AUTHORIZATION.slice(6));
  expect(shown).not.toContain("c29tZTpvdGhlcg==");
  expect(mock.requests[0]?.headers.authorization).toBe("Basic [hidden]");
});

test.for(["a", "link", "customer_id"])(
  "the short secret %j is no reason to hide half of a request",
  async (secret, { expect }) => {
    const mock = createMockHandler();
    const plain = { "cookie-policy": "none", "authorization-mode": "none" };
    const headers = { ...basic(`key:${secret}`), ...plain };
    await mock(linkRequest(undefined, { headers }));
    expect(mock.requests[0]).toMatchObject({
      url: `${serverUrl}/customer-portal/link`,
      headers: { "content-type": "application/json", ...plain },
      body: { customer_id: "c" },
    });
  },
);

test("holds no given credentials either, encoded or in the body", async () => {
  const secret = "s3cr3t/value";
  const mock = createMockHandler({ apiKey: "key_live_x", apiSecret: secret });
  const headers = {
    Authorization: `key_live_x ${secret}`,
    Cookie: "session=abc_do_not_show",
    "X-Api-Key": "key_live_x",
  };
  const baseUrl = "https://h.example/portal/a_token_do_not_show";
  const request = linkRequest(
    { customer_id: "c", api: secret },
    { headers, baseUrl },
  );
  await mock(
    new Request(`${request.url}?s=${encodeURIComponent(secret)}`, request),
  );
  expect(mock.requests[0]?.url).toBe(
    "https://h.example/portal/…/customer-portal/link?s=[hidden]",
  );
  expect(JSON.stringify(mock.requests)).not.toMatch(
    /s3cr3t|key_live_x|do_not_show/,
  );
});

test("is the last thousand", async () => {
  const mock = createMockHandler();
  // All 1,100 bodies would be more than it keeps.
  const post = (at: number) => linkRequest(`"${String(at).padEnd(8000)}"`);
  for (let at = 0; at < 1100; at++) await mock(post(at));
  expect(mock.requests).toHaveLength(1000);
  expect((mock.requests[0]?.body as string).trim()).toBe("100");
});

test("keeps 8 MB of the bodies, the newest, looked at or not", async () => {
  const mock = createMockHandler();
  const post = (at: number, mb: number) =>
    mock(linkRequest(`"${String(at).padEnd(mb * 1024 * 1024 - 2)}"`));
  const shown = () =>
    mock.requests
      .slice(1)
      .map(({ body }) => (body as string).slice(0, 10).trim());
  await mock(linkRequest(""));
  for (const at of [1, 2]) await post(at, 4);
  expect(shown()).toEqual(["1", "2"]);
  await post(3, 1);
  expect(shown()).toEqual(["[not kept]", "2", "3"]);
  await post(4, 9);
  expect(shown()).toEqual(Array(4).fill("[not kept]"));
  expect(mock.requests[0]).toMatchObject({ body: undefined });
  expect(mock.requests[1]).toMatchObject({
    method: "POST",
    headers: { authorization: "Basic [hidden]" },
  });
  mock.reset();
  await mock(linkRequest(""));
  await post(5, 8);
  expect(shown()).toEqual(["5"]);
});
