import { expect, test } from "vitest";
import { createKwikClient } from "../src/index.js";

const credentials = { apiKey: "key", apiSecret: "secret" };

const urlOf = async (baseUrl?: string) => {
  let url = "";
  const kwik = createKwikClient({
    ...credentials,
    ...(baseUrl !== undefined && { baseUrl }),
    fetch: (request) => {
      url = request.url;
      return Promise.resolve(Response.json({}));
    },
  });
  await kwik.api.POST("/customer-portal/link", {
    body: { customer_id: "cus_abc123" },
  });
  return url;
};

test("the default is the contract's server", async () => {
  expect(await urlOf()).toBe("https://api.kwik.co.za/2.0/customer-portal/link");
});

test.for([
  [
    "https://gateway.example/kwik/",
    "https://gateway.example/kwik/customer-portal/link",
  ],
  ["https://gateway.example//", "https://gateway.example/customer-portal/link"],
  [
    "HTTPS://Gateway.Example:8443",
    "https://gateway.example:8443/customer-portal/link",
  ],
  ["http://localhost:4010", "http://localhost:4010/customer-portal/link"],
  ["http://kwik.localhost", "http://kwik.localhost/customer-portal/link"],
  [
    "http://127.0.0.1:4010/2.0",
    "http://127.0.0.1:4010/2.0/customer-portal/link",
  ],
  ["http://127.8.9.1", "http://127.8.9.1/customer-portal/link"],
  ["http://[::1]:4010", "http://[::1]:4010/customer-portal/link"],
] as const)("%s is accepted", async ([baseUrl, url], { expect }) => {
  expect(await urlOf(baseUrl)).toBe(url);
});

test.for([
  [
    "http://api.kwik.co.za/2.0",
    "baseUrl http://api.kwik.co.za would send the credentials unprotected: use https",
  ],
  ["http://localhost.evil.example", "unprotected"],
  ["http://127.0.0.1.evil.example", "unprotected"],
  ["http://notlocalhost", "unprotected"],
  ["http://10.0.0.1", "unprotected"],
  ["http://0.0.0.0", "unprotected"],
  ["http://[::2]", "unprotected"],
  ["ftp://localhost", "unprotected"],
  ["file:///etc", "unprotected"],
  ["javascript:alert(1)", "unprotected"],
  ["https://key:s3cr3t@api.kwik.co.za/2.0", "baseUrl contains credentials"],
  [
    "https://api.kwik.co.za/2.0?key=s3cr3t",
    "baseUrl contains a query or a fragment",
  ],
  [
    "https://api.kwik.co.za/2.0#s3cr3t",
    "baseUrl contains a query or a fragment",
  ],
  ["api.kwik.co.za/2.0", "baseUrl is not a URL"],
  ["/2.0", "baseUrl is not a URL"],
  ["", "baseUrl is not a URL"],
  [null, "baseUrl is not a URL"],
  [new URL("https://api.kwik.co.za/2.0"), "baseUrl is not a URL"],
] as const)("%s is refused", ([baseUrl, message], { expect }) => {
  let error: unknown;
  try {
    createKwikClient({ ...credentials, baseUrl: baseUrl as string });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(TypeError);
  expect((error as Error).message).toContain(message);
  expect((error as Error).message).not.toContain("s3cr3t");
});
