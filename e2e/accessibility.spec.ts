import type { Page } from "@playwright/test";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { test as withPlatform } from "./platform.ts";
import { startStaticSite } from "./static-server.ts";

/*
 * Light and dark. The states of the data are looked at where they are provoked (states.spec.ts),
 * the open calls table in calls.spec.ts.
 */
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(region(page, "Calls").getByText(/^Showing/)).toBeVisible();
}

test("axe finds nothing on the list: found, not found, an id that is missing", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByRole("link", { name: "Q2 Lead Re-engagement" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox", { name: "Search campaigns" }).fill("nobody called it this");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("No campaign of Talkover demo is called")).toBeVisible();
  await expect(page.getByText("Paste the id first.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on a list that cannot be read, with connections to choose from", async ({ page, simulator, launch }) => {
  const connection = (label: string, variable: string) => ({ provider: "talkover", label, baseUrl: simulator.baseUrl, token: { env: variable } });
  const host = await launch({ connections: { south: connection("Acme south", "OLD"), north: connection("Acme north", "GOOD") } }, { OLD: "talq_old", GOOD: simulator.token });
  await page.goto(host.url);
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on a list while Callboard does not answer", async ({ page, demo }) => {
  await page.route("**/api/v1/**", (route) => route.abort("connectionrefused"));
  await page.goto(demo.url);
  await expect(page.getByRole("alert")).toContainText("No connection to Callboard");
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing at an address that leads nowhere", async ({ page, demo }) => {
  await page.goto(`${demo.url}nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on the home page of the static site, with its warning", async ({ page }) => {
  const site = await startStaticSite();
  await page.goto(site.url);
  await expect(region(page, "Your own account")).toContainText("The credential stays in this tab’s memory");
  expect(await violations(page)).toEqual([]);
  await site.close();
});

test("axe finds nothing on the published sample", async ({ page, published }) => {
  await page.goto(published.url);
  await expect(region(page, "Calls").getByText("call-uuid-2")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const campaign of ["q2-lead-re-engagement", "files-in-trouble", "long-name"]) {
  test(`axe finds nothing on the campaign ${campaign}`, async ({ page, demo }) => {
    await open(page, `${demo.url}c/demo/${campaign}`);
    expect(await violations(page)).toEqual([]);
  });
}

test("axe finds nothing in charts as a table, set filters, the heat map's set hour and an open form", async ({ page, demo }) => {
  await page.goto(`${demo.url}c/demo/completed?outcome=failed,busy&retries=1&slot=2-10&range=days&group=call`);
  // Whether calls of that hour fit all filters depends on the days that the world was laid out around.
  await expect(region(page, "Calls")).toContainText(/Showing|No calls fit these filters/);
  await region(page, "Statistics").getByRole("button", { name: "Show as table" }).click();
  await region(page, "Calls").getByRole("button", { name: "Time", exact: true }).click();
  await page.getByRole("menuitem", { name: "From … to …" }).click();
  await expect(page.getByRole("form", { name: "Time of creation" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing in open menus and the source of a figure", async ({ page, demo }) => {
  await open(page, `${demo.url}c/demo/completed`);
  await page.getByRole("banner").getByRole("button", { name: /Berlin/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await violations(page, ["header", "[role=menu]"])).toEqual([]);
  await page.keyboard.press("Escape");
  await region(page, "Statistics").getByRole("button").first().focus();
  await expect(page.getByRole("tooltip").filter({ visible: true })).toBeVisible();
  expect(await violations(page, ["#statistics"])).toEqual([]);
});

test("axe finds nothing on a phone, with its one menu open", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `${demo.url}c/demo/files-in-trouble`);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

withPlatform("axe finds nothing while the first answer is awaited", async ({ page, platform }) => {
  platform.answer(() => {});
  await page.goto(platform.url);
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

withPlatform("axe finds nothing on contradictory counters, odd files and a zone nobody knows", async ({ page, platform }) => {
  const file = { id: "f1", original_filename: "list.csv", processed_filename: "p.csv", total_records: 10, processed_records: 12, status: "quarantined" };
  const stats = { total_calls: 5_000, completed_calls: 4_000, failed_calls: 2_000, success_rate: 12, average_duration: 3 };
  platform.answer(json(200, campaignBody(someCalls(20), { timezone: "Mars/Olympus", files: [file], stats })));
  await open(page, platform.url);
  await expect(page.getByText("The time zone “Mars/Olympus” is not a known one.")).toBeVisible();
  await expect(page.getByText(/The counters disagree/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
