import { expect, test } from "./fixtures.ts";

test("the demo is marked as such", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByText("Demo data").first()).toBeVisible();
});

test("the published sample, served byte for byte, is on the page", async ({ page, published }) => {
  await page.goto(published.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales Campaign");
});

test("under a base path every address begins with it", async ({ page, launch }) => {
  const host = await launch({ basePath: "/callboard/" });
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(host.url)) outside.push(request.url());
  });
  await page.goto(`${host.url}c/demo/nowhere`);
  await expect(page.locator("#root > *").first()).toBeVisible();
  // What is loaded late too; the host must not end under it.
  await page.waitForLoadState("networkidle");
  expect(host.url).toMatch(/\/callboard\/$/);
  expect(outside).toEqual([]);
});
