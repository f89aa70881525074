import assert from "node:assert/strict";
import { test } from "node:test";

// An integration that knows nothing of this package.
test("the link is for the customer who asked", async () => {
  const response = await fetch(
    `${process.env.KWIK_BASE_URL}/customer-portal/link`,
    {
      method: "POST",
      headers: {
        Authorization: `Basic ${btoa("key:secret")}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ customer_id: "cus_mine" }),
    },
  );
  const { status, result } = await response.json();
  assert.equal(status, true);
  assert.equal(result.customer_id, "cus_mine");
  const page = await fetch(result.link_url);
  assert.match(await page.text(), /cus_mine/);
});
