import { startUpstream, json, published } from "../src/service/testing/upstream.ts";
import { acme, expect, startHost, test } from "./fixtures.ts";

test("the demo is marked as such, and keeps the content security policy", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByText("Demo data").first()).toBeVisible();
});

test("the published sample, served byte for byte, is on the page", async ({ page }) => {
  const platform = await startUpstream(published);
  const { configuration, env } = acme(platform.baseUrl, "talq_sample");
  const host = await startHost(configuration, env);
  await page.goto(`${host.url}c/acme/campaign-uuid-1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales Campaign");
  await host.stop();
  await platform.close();
});

test("under a base path every address begins with it", async ({ page }) => {
  const platform = await startUpstream(json(200, {}));
  const { configuration, env } = acme(platform.baseUrl, "talq_sample");
  const host = await startHost({ ...configuration, basePath: "/callboard/" }, env);
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(host.url)) outside.push(request.url());
  });
  await page.goto(`${host.url}c/acme/campaign-uuid-1`);
  await expect(page.locator("#root > *").first()).toBeVisible();
  expect(outside).toEqual([]);
  await host.stop();
  await platform.close();
});
