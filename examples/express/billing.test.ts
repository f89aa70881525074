import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import express from "express";
import { startMockServer } from "kwik-portal-link/mock";

const mock = await startMockServer();
process.env.KWIK_BASE_URL = mock.url;
process.env.KWIK_API_KEY = "key";
process.env.KWIK_API_SECRET = "secret";
process.env.APP_URL = "https://shop.example";
const { billing } = await import("./billing.js");

const app = express();
app.use((_request, response, next) => {
  response.locals.customerId = "cus_mine"; // in place of the login
  next();
});
const server = app.use(billing).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
after(() => {
  server.close();
  return mock.close();
});
const press = () =>
  fetch(`http://127.0.0.1:${port}/billing`, {
    method: "POST",
    redirect: "manual",
  });

test("the button leads to the portal of the customer", async () => {
  const response = await press();
  assert.equal(response.status, 303);
  const portal = await fetch(response.headers.get("Location") ?? "");
  assert.match(await portal.text(), /cus_mine/);
});

test("a failure is a page that says so", async () => {
  mock.next("serverError");
  const response = await press();
  assert.equal(response.status, 502);
  assert.match(await response.text(), /try later/);
});
