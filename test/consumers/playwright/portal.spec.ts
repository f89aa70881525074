import { expect, test } from "@playwright/test";

const mock = "http://127.0.0.1:4010/__mock";
test.beforeEach(({ request }) => request.post(`${mock}/reset`));

test("a customer cancels", async ({ page }) => {
  await page.goto("/account");
  await page.getByRole("link", { name: "Manage subscription" }).click();
  await page.getByTestId("cancel").click();
  await expect(page.getByTestId("subscription-status")).toHaveText("Cancelled");
});

test("the API is down", async ({ page, request }) => {
  await request.post(`${mock}/next`, { data: { name: "serverError" } });
  await page.goto("/account");
  await page.getByRole("link", { name: "Manage subscription" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});
