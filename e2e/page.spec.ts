import type { Page } from "@playwright/test";
import { acme, expect, startSimulator, test } from "./fixtures.ts";
import { showHeat } from "./heat-calls.ts";

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
  await region(page, "Statistics").getByRole("group", { name: "Range" }).getByRole("button", { name: /^All/ }).click();
  await region(page, "Statistics").getByRole("button", { name: "Failed" }).last().click();
  await region(page, "Calls").getByRole("button", { name: "Calls", exact: true }).click();
  await region(page, "Calls").getByRole("columnheader", { name: "Created" }).getByRole("button").click();
  await expect(page).toHaveURL(/theme=dark&zone=utc&range=days&group=call&outcome=failed&sort=created$/);
  const shownBy = async (shown: Page) => {
    await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(region(shown, "Calls").getByText(/^Showing/)).toContainText("oldest created first");
    await expect(region(shown, "Calls").locator("[role=row][data-key]").first()).toContainText("Failed");
    // Panels arrive one by one.
    await expect(region(shown, "Statistics").getByRole("group", { name: "Range" })).toBeVisible();
    await expect(region(shown, "Statistics").locator(".recharts-bar-rectangle:has(rect)").first()).toBeVisible();
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

/** Where to press for one of the bars over time that hold calls. */
async function middleOfBar(page: Page, index: number): Promise<{ x: number; y: number }> {
  const bar = region(page, "Statistics").locator(".recharts-bar-rectangle:has(rect)").nth(index);
  let middle = { x: 0, y: 0 };
  // While it is drawn anew there is no box.
  await expect(async () => {
    await bar.scrollIntoViewIfNeeded();
    const box = await bar.boundingBox();
    if (box === null) throw new Error("The bar is not drawn");
    middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }).toPass();
  return middle;
}

test("a heat cell filters the calls; pressed again it no longer does", async ({ page, launch }) => {
  const { url, close } = await showHeat(launch);
  await open(page, url);
  const showing = region(page, "Calls").getByText(/^Showing/);
  await expect(showing).toContainText("of 120 numbers");
  const cell = region(page, "Statistics").getByRole("button", { name: /^Tue 11:00/ });
  await cell.click();
  await expect(page).toHaveURL(/slot=2-11/);
  await expect(showing).toContainText("of 20 numbers");
  await cell.click();
  await expect(page).not.toHaveURL(/slot=/);
  await expect(showing).toContainText("of 120 numbers");
  await close();
});

test("an outcome, a retries row and a bar filter the calls; pressed again they no longer do", async ({ page, demo }) => {
  await open(page, `${demo.url}c/demo/completed?range=days`);
  const statistics = region(page, "Statistics");
  const total = async () => /of ([\d,]+ numbers)/.exec((await region(page, "Calls").getByText(/^Showing/).textContent()) ?? "")?.[1];
  const all = await total();
  const filters = async (press: () => Promise<void>, parameter: RegExp) => {
    await press();
    await expect(page).toHaveURL(parameter);
    await expect.poll(total).not.toBe(all);
    await press();
    await expect(page).not.toHaveURL(parameter);
    await expect.poll(total).toBe(all);
  };
  await filters(() => statistics.getByRole("row", { name: /^Failed/ }).getByRole("button").click(), /outcome=failed/);
  await filters(() => statistics.getByRole("row", { name: /^1 / }).getByRole("button").click(), /retries=1/);

  await filters(async () => {
    const { x, y } = await middleOfBar(page, 0);
    await page.mouse.click(x, y);
  }, /since=\d+&until=\d+/);

  await statistics.getByRole("application", { name: /Arrow keys move between bars/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/since=\d+&until=\d+/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("the bar that is tapped is the one whose calls are listed, at once", async ({ page, demo }) => {
    await open(page, `${demo.url}${q2}?range=days`);
    for (const [index, hour] of [[0, "08:30–09:00"], [2, "10:00–11:00"]] as const) {
      const { x, y } = await middleOfBar(page, index);
      await page.touchscreen.tap(x, y);
      await expect(page.getByText(/^Calls shows only/)).toContainText(hour);
    }
  });
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

/** How much wider than the window the page is, in either theme. */
async function overflow(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
  }
  return found;
}

for (const width of [320, 390, 640, 940, 1180, 1440, 2560]) {
  test(`nothing overflows at ${width} px, light and dark`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const campaign of ["q2-lead-re-engagement", "files-in-trouble", "sales-campaign"]) {
      await open(page, `${demo.url}c/demo/${campaign}?range=days`);
      for (const beyond of await overflow(page)) expect(beyond, campaign).toBeLessThanOrEqual(0);
    }
  });
}

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });

  test("nothing overflows, light and dark, and the heading is in view", async ({ page, demo }) => {
    await open(page, demo.url + q2);
    for (const beyond of await overflow(page)) expect(beyond).toBeLessThanOrEqual(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  });
});

test("with reduced motion nothing animates", async ({ page, demo }) => {
  await open(page, demo.url + q2);
  /** Looks at every frame until something moves or a poll and more have passed. */
  const moves = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          const end = performance.now() + 6_000;
          const look = (): void => {
            if (document.getAnimations().some(({ playState }) => playState === "running")) done(true);
            else if (performance.now() > end) done(false);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  expect(await moves()).toBe(true);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect(region(page, "Calls").getByText(/^Showing/)).toBeVisible();
  expect(await moves()).toBe(false);
});

test("printed, the page is light and holds every panel but no controls of the screen", async ({ page, demo }) => {
  await open(page, `${demo.url}c/demo/completed?theme=dark`);
  const brightness = () =>
    page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor].map((words) => Number(/\d+/.exec(words)?.[0]));
    });
  const [darkInk = 0] = await brightness();
  await page.emulateMedia({ media: "print" });
  const [ink = 255, paper = 0] = await brightness();
  expect(darkInk).toBeGreaterThan(200);
  expect(ink).toBeLessThan(60);
  expect(paper).toBe(255);
  for (const name of ["Summary", "Progress", "Files", "Statistics", "Calls", "Configuration"]) await expect(region(page, name)).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("a campaign of 20,000 calls costs a poll no more than one of 1,000: a few kilobytes", async ({ page, launch }) => {
  const perPoll: number[] = [];
  for (const calls of [1_000, 20_000]) {
    const simulator = await startSimulator({ calls });
    const { configuration, env } = acme(simulator.baseUrl, simulator.token);
    await page.goto("about:blank");
    await open(page, `${(await launch(configuration, env)).url}c/acme/big`);
    // One poll is the campaign and the window of rows that follows it, as they are encoded on the way.
    const answers = await Promise.all([page.waitForResponse(/\/calls\?/), page.waitForResponse(/campaigns\/big$/), simulator.advance(3_600_000)]);
    let bytes = 0;
    for (const answer of answers.slice(0, 2)) {
      await answer?.finished();
      bytes += (await answer?.request().sizes())?.responseBodySize ?? 0;
    }
    perPoll.push(bytes);
    await simulator.stop();
  }
  const [small = 0, large = 0] = perPoll;
  expect(small).toBeGreaterThan(1_000);
  expect(large).toBeLessThan(20_000);
  expect(large / small).toBeLessThan(1.5);
});
