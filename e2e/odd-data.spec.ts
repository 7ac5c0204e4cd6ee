import type { Page } from "@playwright/test";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { shown, test } from "./platform.ts";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const showing = (page: Page) => region(page, "Calls").getByText(/^Showing/);

test("[fault: vanished calls] calls that are no longer listed stay once, then go, and it is said", async ({ page, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  await expect(showing(page)).toContainText("of 20 numbers");
  platform.answer(json(200, campaignBody(someCalls(18))));
  await expect(page.getByText("2 calls are no longer in the list.")).toHaveCount(1, { timeout: 30_000 });
  await expect(showing(page)).toContainText("of 18 numbers");
  expect(await violations(page, ["main"])).toEqual([]);
});

test("[fault: older answers] an answer older than the one shown changes nothing, and it is said", async ({ page, platform }) => {
  const at = (minute: number, count: number) => json(200, campaignBody(someCalls(count), { updated_at: `2026-10-01T14:${minute}:00Z` }));
  platform.answer(at(30, 20));
  await page.goto(platform.url);
  await shown(page);
  await expect(showing(page)).toContainText("of 20 numbers");
  platform.answer(at(20, 15));
  await expect(page.getByText("1 answer older than the one shown arrived late.")).toHaveCount(1, { timeout: 15_000 });
  await expect(showing(page)).toContainText("of 20 numbers");
});

test("[fault: counters that disagree] both figures are told once, and no bar is over full", async ({ page, platform }) => {
  const stats = { total_calls: 100, completed_calls: 90, failed_calls: 40, success_rate: 80, average_duration: 1 };
  const files = [{ id: "f", original_filename: "leads.csv", processed_filename: "p", status: "processed", total_records: 50, processed_records: 60 }];
  platform.answer(json(200, campaignBody(someCalls(20), { stats, files })));
  await page.goto(platform.url);
  await shown(page);
  await expect(page.getByText("The counters disagree: stats say 100 calls, the list holds 20.")).toHaveCount(1);
  await expect(page.getByText("The counters exceed their total: 90 completed and 40 failed of 100 calls.")).toHaveCount(1);
  await expect(page.getByText("leads.csv has 60 processed records of 50 in all.")).toHaveCount(1);
  const bar = region(page, "Progress").getByRole("img").first();
  const spilt = await bar.evaluate((whole) => [...whole.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > whole.getBoundingClientRect().right + 1).length);
  expect(spilt).toBe(0);
  const shares = await page.getByRole("main").evaluate((main) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found: number[] = [];
    while (texts.nextNode() !== null) found.push(...((texts.currentNode.nodeValue ?? "").match(/\d+(?:\.\d+)?(?=\s?%)/g) ?? []).map(Number));
    return found;
  });
  expect(shares.length).toBeGreaterThan(0);
  expect(Math.max(...shares)).toBeLessThanOrEqual(100);
});

test("[fault: unknown time zone] it is said, and nothing is guessed from it", async ({ page, platform }) => {
  platform.answer(json(200, campaignBody(someCalls(3), { timezone: "Mars/Olympus" })));
  await page.goto(platform.url);
  await shown(page);
  await expect(page.getByText("The time zone “Mars/Olympus” is not a known one.")).toHaveCount(1);
  await expect(region(page, "Summary")).not.toContainText(/Outside calling hours|Calling now/);
});
