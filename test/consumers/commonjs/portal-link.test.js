const assert = require("node:assert/strict");
const { test } = require("node:test");
const required = require("kwik-portal-link");
const { createMockHandler } = require("kwik-portal-link/mock");

test("an error of the required client is an instance of the imported class, and of no second one", async () => {
  const imported = await import("kwik-portal-link");
  const mock = createMockHandler();
  mock.next("recordNotFound");
  const kwik = required.createKwikClient({
    apiKey: "key",
    apiSecret: "secret",
    fetch: mock,
  });
  const call = kwik.createPortalLink({ customer_id: "cus_gone" });
  await assert.rejects(call, imported.KwikApiError);
  assert.equal(required.KwikApiError, imported.KwikApiError);
});

test("every entry point has the same names by require and by import", async () => {
  for (const entryPoint of ["", "/validate", "/mock"]) {
    const name = `kwik-portal-link${entryPoint}`;
    const imported = { ...(await import(name)) };
    assert.deepEqual({ ...require(name) }, imported);
  }
});

test("a tool that knows no module-sync, such as Jest, gets the same names from the CommonJS files", async () => {
  for (const file of ["index", "validate", "mock"]) {
    const path = `./node_modules/kwik-portal-link/dist/${file}`;
    const imported = Object.keys(await import(`${path}.js`));
    assert.deepEqual(Object.keys(require(`${path}.cjs`)).sort(), imported);
  }
});
