import { expect, test } from "vitest";
import { createKwikClient } from "../../src/index.js";
import { credentials, sentBy } from "./answer.js";

const urlOf = async (baseUrl?: string) =>
  (await sentBy({ ...credentials, ...(baseUrl !== undefined && { baseUrl }) }))
    .url;

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
  [
    "http://127.0.0.1:4010/2.0",
    "http://127.0.0.1:4010/2.0/customer-portal/link",
  ],
  ["http://127.8.9.1", "http://127.8.9.1/customer-portal/link"],
  ["http://[::1]:4010", "http://[::1]:4010/customer-portal/link"],
] as const)("%s is accepted", async ([baseUrl, url], { expect }) => {
  expect(await urlOf(baseUrl)).toBe(url);
});

test("a URL object is accepted", async () => {
  const baseUrl = new URL("https://gateway.example/2.0") as unknown as string;
  expect(await urlOf(baseUrl)).toBe(
    "https://gateway.example/2.0/customer-portal/link",
  );
});

test.for([
  ["http to another host", "http://api.kwik.co.za/2.0"],
  ["a host that only begins like localhost", "http://localhost.evil.example"],
  ["a host that only begins like loopback", "http://127.0.0.1.evil.example"],
  ["a host that only ends like localhost", "http://notlocalhost"],
  ["a private address", "http://10.0.0.1"],
  ["every address", "http://0.0.0.0"],
  ["another IPv6 address", "http://[::2]"],
  ["localhost as a user name", "http://localhost@evil.example"],
  ["localhost as a password", "http://a:localhost@evil.example"],
  ["another scheme", "ftp://localhost"],
  ["a file", "file:///etc"],
  ["a script", "javascript:alert(1)"],
  ["credentials", "https://key:s3cr3t@api.kwik.co.za/2.0"],
  ["a subdomain of localhost, which DNS is asked for", "http://a.localhost"],
  ["an empty query", "https://api.kwik.co.za/2.0?"],
  ["an empty fragment", "https://api.kwik.co.za/2.0#"],
  ["a query", "https://api.kwik.co.za/2.0?key=s3cr3t"],
  ["a fragment", "https://api.kwik.co.za/2.0#s3cr3t"],
  ["no scheme", "api.kwik.co.za/2.0"],
  ["a path", "/2.0"],
  ["nothing", ""],
  ["null", null],
] as const)("%s is refused, and not shown", ([, baseUrl], { expect }) => {
  let error: unknown;
  try {
    createKwikClient({ ...credentials, baseUrl: baseUrl as string });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(TypeError);
  expect((error as Error).message).toBe(
    "baseUrl must be an https URL, or http on loopback, without credentials or query.",
  );
});
