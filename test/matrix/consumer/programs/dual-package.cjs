// `require` and `import` give the same values, so that `instanceof` holds across the two.
const assert = require("node:assert/strict");
const { dirname, join } = require("node:path");
const required = require("kwik-portal-link");
const { createMockHandler } = require("kwik-portal-link/mock");

const folder = dirname(require.resolve("kwik-portal-link/package.json"));

async function check() {
  for (const entryPoint of ["index", "validate", "mock"]) {
    const name = join("kwik-portal-link", entryPoint.replace("index", ""));
    const imported = { ...(await import(name)) };
    assert.deepEqual({ ...require(name) }, imported);
    // Jest and other tools that know no module-sync get this file.
    const cjs = require(join(folder, "dist", `${entryPoint}.cjs`));
    assert.deepEqual(Object.keys(cjs).sort(), Object.keys(imported));
  }
  const { KwikApiError } = await import("kwik-portal-link");
  const mock = createMockHandler();
  mock.next("recordNotFound");
  const credentials = { apiKey: "key", apiSecret: "secret" };
  const kwik = required.createKwikClient({ ...credentials, fetch: mock });
  const call = kwik.createPortalLink({ customer_id: "cus_gone" });
  await assert.rejects(call, KwikApiError);
  console.log("passed");
}

void check();
