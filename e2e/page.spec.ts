import type { Page } from "@playwright/test";
import { acme, expect, startSimulator, test } from "./fixtures.ts";

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

test("the link is the state: opened elsewhere it shows the same", async ({ page, browser, demo }) => {
  await open(page, `${demo.url}c/demo/completed`);
  await page.getByRole("banner").getByRole("button", { name: /Berlin/ }).click();
  await page.getByRole("menuitemradio", { name: "UTC", exact: true }).click();
  await page.getByRole("banner").getByRole("button", { name: "UTC" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await region(page, "Statistics").getByRole("button", { name: "Failed" }).last().click();
  await region(page, "Calls").getByRole("button", { name: "Calls", exact: true }).click();
  await region(page, "Calls").getByRole("columnheader", { name: "Created" }).getByRole("button").click();
  await expect(page).toHaveURL(/theme=dark&zone=utc&group=call&outcome=failed&sort=created$/);
  const shownBy = async (shown: Page) => {
    await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(region(shown, "Calls").getByText(/^Showing/)).toContainText("oldest created first");
    await expect(region(shown, "Calls").locator("[role=row][data-key]").first()).toContainText("Failed");
    const showing = await region(shown, "Calls").getByText(/^Showing/).textContent();
    return {
      count: showing?.replace(/^Showing [\d–]+/, ""),
      heads: await region(shown, "Calls").getByRole("columnheader").allTextContents(),
      firstRow: await region(shown, "Calls").locator("[role=row][data-key]").first().innerText(),
      statistics: await region(shown, "Statistics").innerText(),
    };
  };
  const here = await shownBy(page);
  const other = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await open(other, page.url());
  expect(await shownBy(other)).toEqual(here);
  await other.close();
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

test("the system's theme is followed until one is chosen", async ({ page, demo }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, demo.url + q2);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.getByRole("banner").getByRole("button", { name: /·/ }).filter({ hasNotText: "updated" }).click();
  await page.getByRole("menuitemradio", { name: "Light" }).click();
  await expect.poll(ground).toBe(light);
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

test("a poll disturbs nobody: focus, scroll, selection, open row, table and menu survive five polls of moving data", async ({ page, acmeHost, simulator }) => {
  test.slow();
  await open(page, `${acmeHost.url}c/acme/q2-lead-re-engagement?sort=-retries`);
  await region(page, "Statistics").getByRole("button", { name: "Show as table" }).click();
  await region(page, "Calls").getByRole("button", { name: /attempts/ }).first().click();
  await expect(region(page, "Calls").getByRole("gridcell", { name: "Attempts", exact: true }).getByRole("listitem").first()).toBeVisible();
  await page.evaluate(() => {
    const facts = document.querySelector("dl");
    if (facts) document.getSelection()?.selectAllChildren(facts);
  });
  await page.getByRole("banner").getByRole("button", { name: "Share" }).focus();
  await page.keyboard.press("Enter");
  const where = () =>
    page.evaluate(() => ({
      scroll: window.scrollY,
      focus: document.activeElement?.textContent,
      selection: document.getSelection()?.toString(),
      row: document.querySelector("[role=gridcell][aria-label=Attempts]")?.getBoundingClientRect().top,
    }));
  await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
  const before = await where();
  expect(before.scroll).toBeGreaterThan(0);
  expect(before.selection).toContain("Sales Agent Label");
  const done = await region(page, "Progress").getByText(/ of [\d,]+ contacts$/).textContent();

  for (let poll = 0; poll < 5; poll += 1) {
    await simulator.advance(60_000);
    await page.waitForResponse((response) => response.status() === 200 && new URL(response.url()).pathname.endsWith("campaigns/q2-lead-re-engagement"), { timeout: 30_000 });
  }
  await expect(region(page, "Progress").getByText(/ of [\d,]+ contacts$/)).not.toHaveText(done ?? "");
  expect(await where()).toEqual(before);
  await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeVisible();
  await expect(region(page, "Statistics").getByRole("button", { name: "Show as chart" })).toBeVisible();
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

test("a campaign of 20,000 calls costs a poll no more than one of 1,000: a few kilobytes", async ({ page, launch }) => {
  const perPoll: number[] = [];
  for (const calls of [1_000, 20_000]) {
    const simulator = await startSimulator({ calls });
    const { configuration, env } = acme(simulator.baseUrl, simulator.token);
    await page.goto("about:blank");
    await open(page, `${(await launch(configuration, env)).url}c/acme/big`);
    const network = await page.context().newCDPSession(page);
    let bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await network.send("Network.enable");
    const [read] = await Promise.all([page.waitForResponse(/\/calls\?/), page.waitForResponse(/campaigns\/big$/), simulator.advance(3_600_000)]);
    await read.finished();
    perPoll.push(bytes);
    await network.detach();
    await simulator.stop();
  }
  const [small = 0, large = 0] = perPoll;
  expect(small).toBeGreaterThan(1_000);
  expect(large).toBeLessThan(20_000);
  expect(large / small).toBeLessThan(1.5);
});
