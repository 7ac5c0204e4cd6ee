import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { json, startUpstream } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { acme, everySecond, expect, test } from "./fixtures.ts";
import { keepWatchedDay } from "./watched-day.ts";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const group = (page: Page, name: string) => region(page, "Statistics").getByRole("group", { name, exact: true });

test("a page opened for the first time on a campaign that was watched all day shows the day, and goes on with it", async ({ page, launch }) => {
  const directory = await mkdtemp(join(tmpdir(), "callboard-day-"));
  const { file, body } = await keepWatchedDay(directory, Date.now());
  const platform = await startUpstream(json(200, body()));
  const { configuration, env } = acme(platform.baseUrl, "talq_test");
  const host = await launch({ ...configuration, ...everySecond, database: { file } }, env);
  await page.goto(`${host.url}c/acme/c1`);

  // In words, the newest first, since when, and the way to what shows why.
  const activity = region(page, "Activity");
  await expect(activity).toContainText(/watched since \w{3} \d+ \w{3} 09:00/);
  const lines = activity.getByRole("listitem");
  await expect(lines).toContainText([
    /^13:00.*File contacts-2\.csv failed at 3,120 of 8,000 records/,
    /^11:10.*Resumed: paused became active/,
    /^11:00.*Paused; was active/,
    /^09:30.*File contacts-2\.csv added, 8,000 records/,
  ]);
  await lines.first().getByRole("button", { name: "Show files" }).click();
  await expect(page.locator("#files")).toBeFocused();

  // The newest three stand above the chart, and are read on hover and on focus.
  const marks = group(page, "Calls per hour").getByRole("list", { name: "What changed" }).getByRole("button");
  await expect(marks.last()).toContainText("contacts-2.csv failed 13:00");
  await marks.last().hover();
  const failed = page.getByRole("tooltip").filter({ hasText: /13:00: File contacts-2\.csv failed at 3,120 of 8,000 records\.$/ });
  await expect(failed).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await expect(failed).toBeHidden();
  await marks.first().focus();
  await expect(page.getByRole("tooltip").filter({ hasText: /11:10: Resumed: paused became active\./ })).toBeVisible();
  await expect(marks.first()).toHaveAccessibleDescription(/Resumed: paused became active/);

  // How fast, and against the days before.
  const pace = group(page, "Pace");
  await expect(pace).toContainText(/as observed since/);
  await expect(pace.getByRole("row", { name: /^The last 60\smin/ }).getByRole("button")).toHaveText([/^1[12]\d$/, /^\d\d$/]);
  await expect(pace.getByRole("row", { name: /^Today/ }).getByRole("button")).toHaveText([/^1[12]\d$/, /^\d\d$/]);
  await expect(region(page, "Statistics").getByRole("definition").filter({ hasText: /calls\/h/ })).toContainText(/last 60\smin/);
  const today = group(page, "Today so far");
  await expect(today).toContainText(/until 1[45]:00, against the same hours before/);
  await expect(today.getByRole("row").nth(1)).toHaveText(/^Today600$/);
  await expect(today.getByRole("row").nth(2)).toHaveText(/300$/);

  // When it ends, told from what was seen before the page was opened.
  await expect(region(page, "Progress")).toContainText(/Ends (today |\w{3} |between )/);

  // What happens while it is open joins them.
  platform.answer(json(200, body({ status: "paused" })));
  await expect(lines.first()).toContainText("Paused; was active");
  await expect(marks.last()).toContainText(/^Paused/);

  await expect(region(page, "Calls").getByText(/^Showing/)).toBeVisible();
  expect(await violations(page, ["#activity", "#statistics"])).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  // A frame marks it too; what stands beside the dot is as long as there is room for.
  await page.setViewportSize({ width: 960, height: 750 });
  await page.goto(`${host.url}embed/acme/c1`);
  await page.getByRole("list", { name: "What changed" }).getByRole("button").last().hover();
  await expect(page.getByRole("tooltip").filter({ hasText: /: Paused; was active/ })).toBeVisible();
  await platform.close();
  await rm(directory, { recursive: true });
});
