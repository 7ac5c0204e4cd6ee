import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const q2 = "c/demo/q2-lead-re-engagement";
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(region(page, "Calls").getByText(/^Showing/)).toBeVisible();
}

test("landmarks by name, and the campaign's name as the heading", async ({ page, demo }) => {
  await open(page, demo.url + q2);
  for (const name of ["Summary", "Progress", "Files", "Statistics", "Calls", "Configuration"]) await expect(region(page, name)).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
  await expect(page).toHaveTitle("Q2 Lead Re-engagement – Callboard");
});

test("the link is the state: filters, sort, zone and theme survive a reload", async ({ page, demo }) => {
  await open(page, `${demo.url}${q2}?outcome=failed,busy&retries=1&sort=created&group=call&zone=utc&theme=dark`);
  const showing = await region(page, "Calls").getByText(/^Showing/).textContent();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const address = page.url();
  await page.reload();
  await expect(region(page, "Calls").getByText(/^Showing/)).toHaveText(/calls.*oldest/i);
  expect(page.url()).toBe(address);
  expect(showing).toMatch(/calls/);
  await expect(region(page, "Calls").getByRole("row").filter({ hasText: "Completed" })).toHaveCount(0);
});

test("an outcome, a bar, a retries row and a heat cell filter the calls", async ({ page, demo }) => {
  await open(page, `${demo.url}c/demo/completed`);
  const statistics = region(page, "Statistics");
  await statistics.getByRole("row", { name: /^Failed/ }).getByRole("button").first().click();
  await expect(page).toHaveURL(/outcome=failed/);
  await statistics.getByRole("row", { name: /^Failed/ }).getByRole("button").first().click();
  await expect(page).not.toHaveURL(/outcome=/);

  await statistics.getByRole("row", { name: /^1 / }).getByRole("button").first().click();
  await expect(page).toHaveURL(/retries=1/);
  await expect(region(page, "Calls").getByText(/^Showing/)).toContainText("numbers");
});

test("a heat cell and a bar filter the calls", async ({ page, demo }) => {
  await open(page, demo.url + q2);
  const statistics = region(page, "Statistics");
  await statistics.getByRole("button", { name: /^Tue 11:00/ }).first().click();
  await expect(page).toHaveURL(/slot=2-11/);
  await page.goto(demo.url + q2);
  const chart = statistics.locator(".recharts-surface").first();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/since=\d+/);
});

test("a poll disturbs nobody: focus, scroll, open rows and menus survive five polls of moving data", async ({ page, acmeHost, simulator }) => {
  await open(page, `${acmeHost.url}c/acme/q2-lead-re-engagement`);
  await page.getByRole("button", { name: /Share/ }).click();
  const item = page.getByRole("menuitem", { name: "Copy link" });
  await expect(item).toBeVisible();
  const scrolled = await page.evaluate(() => window.scrollY);
  let polls = 0;
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith("campaigns/q2-lead-re-engagement")) polls += 1;
  });
  for (let round = 1; round <= 5; round += 1) {
    await simulator.advance(20_000);
    await expect(async () => expect(polls).toBeGreaterThanOrEqual(round)).toPass({ timeout: 15_000 });
  }
  await expect(item).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
});

for (const width of [320, 390, 640, 940, 1180, 1440, 2560]) {
  test(`nothing overflows at ${width} px, light and dark`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const campaign of ["q2-lead-re-engagement", "files-in-trouble", "sales-campaign"]) {
      await open(page, `${demo.url}c/demo/${campaign}?theme=${width % 20 === 0 ? "dark" : "light"}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), campaign).toBeLessThanOrEqual(width);
    }
  });
}

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });

  test("nothing overflows, and the heading is in view", async ({ page, demo }) => {
    await open(page, demo.url + q2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  });
});

test("reduced motion: nothing animates", async ({ page, demo }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, demo.url + q2);
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  expect(moving).toBe(0);
});

test("printed, the page is light and shows all panels", async ({ page, demo }) => {
  await open(page, `${demo.url}c/demo/completed?theme=dark`);
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
  await expect(region(page, "Progress")).toBeVisible();
  await expect(region(page, "Calls").getByRole("table").or(region(page, "Calls").getByRole("grid")).first()).toBeVisible();
});

test("what a poll moves does not grow with the campaign", async ({ request, demo }) => {
  const size = async (path: string) => {
    const response = await request.get(`${demo.url}api/v1/connections/demo/campaigns/${path}`);
    expect(response.ok()).toBe(true);
    return (await response.body()).byteLength;
  };
  for (const part of ["", "/calls"]) {
    const small = await size(`renewal-reminders${part}`);
    const large = await size(`q2-lead-re-engagement${part}`);
    expect(large / small, part).toBeLessThan(2);
  }
});
