import type { Page, Route } from "@playwright/test";
import type { CallsAnswer, CampaignAnswer } from "../src/service/api.ts";
import { expect, test } from "./fixtures.ts";

/*
 * A million rows, as the API would answer them: what is tried here is the browser's scrolling, which
 * stops at some 16.7 million pixels. Row n is the call "row-n" to the number that ends in n.
 */
const total = 1_000_000;

async function playWindow(route: Route): Promise<void> {
  const parameters = new URL(route.request().url()).searchParams;
  const offset = Number(parameters.get("offset"));
  const rows = Array.from({ length: Math.max(0, Math.min(Number(parameters.get("limit")), total - offset)) }, (_, index): CallsAnswer["rows"][number] => {
    const row = offset + index;
    return {
      id: `row-${row}`,
      to: `+1${String(2_000_000_000 + row)}`,
      outcome: "completed",
      word: "completed",
      retries: 0,
      attempts: 1,
      createdAt: Date.UTC(2026, 9, 14) - row * 1_000,
      state: "done",
    };
  });
  const rail = Array.from({ length: 12 }, (_, mark) => ({ offset: Math.floor((mark * total) / 12), at: Date.UTC(2026, 9, 14) - Math.floor((mark * total) / 12) * 1_000 }));
  const answer: CallsAnswer = { group: "number", total, offset, rows, asOf: "one.1.0", newer: 0, rail };
  await route.fulfill({ json: answer, headers: { etag: `"${offset}"` } });
}

async function open(page: Page, url: string): Promise<void> {
  await page.route(/\/campaigns\/completed$/, async (route) => {
    const response = await route.fetch();
    if (response.status() !== 200) return route.fulfill({ response });
    const answer = (await response.json()) as CampaignAnswer;
    if (answer.calls.reported) Object.assign(answer.calls.value, { rows: total, numbers: total });
    return route.fulfill({ response, json: answer });
  });
  await page.route(/\/calls\?/, playWindow);
  await page.goto(`${url}c/demo/completed`);
  await row(page, 0).waitFor();
}

const row = (page: Page, offset: number) => page.locator(`[data-index="${offset}"]`);
const last = (page: Page) => row(page, total - 1);

/** The offsets of the rows that can be seen. */
async function seen(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-index]")]
      .filter((element) => element.getBoundingClientRect().top < window.innerHeight && element.getBoundingClientRect().bottom > 90)
      .map((element) => Number(element.dataset["index"])),
  );
}

async function reachTheLast(page: Page): Promise<void> {
  await row(page, 0).focus();
  await page.keyboard.press("End");
  await expect(last(page)).toBeInViewport();
  await expect(last(page)).toBeFocused();
  await expect(last(page)).toHaveAttribute("aria-rowindex", String(total + 1));
  await page.keyboard.press("Home");
  await expect(row(page, 0)).toBeFocused();
  // The scroll bar dragged to its end, and back.
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }));
  await expect(last(page)).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(8_100_000);
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(row(page, 0)).toBeAttached();
}

test("the last of a million rows is reached by key and by scroll bar", async ({ page, demo }) => {
  await open(page, demo.url);
  await reachTheLast(page);
});

test("on a phone too", async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, demo.url);
  await reachTheLast(page);
});

test("at two device pixels to one", async ({ demo, playwright }, { project }) => {
  const { launchOptions = {} } = project.use;
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), "--force-device-scale-factor=2"] });
  const page = await browser.newPage({ viewport: null });
  await open(page, demo.url);
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(2);
  await reachTheLast(page);
  await browser.close();
});

test("in the middle a wheel moves by its own pixels, and resting moves nothing", async ({ page, demo }) => {
  await open(page, demo.url);
  await page.evaluate(() => window.scrollTo({ top: 4_000_000 }));
  await expect.poll(async () => (await seen(page)).length).toBeGreaterThan(10);
  const [first = 0] = await seen(page);
  expect(first).toBeGreaterThan(400_000);
  expect(first).toBeLessThan(600_000);
  const topOf = (offset: number) => row(page, offset).evaluate((element) => element.getBoundingClientRect().top);
  const target = first + 6;
  // The row that takes the place of a placeholder is another element.
  await row(page, target).and(page.locator("[data-key]")).waitFor();
  const before = await topOf(target);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 93);
  await expect.poll(() => topOf(target)).toBeCloseTo(before - 93, 0);
  // Longer than it takes to bring rows and scroll bar together.
  await page.waitForTimeout(600);
  expect(await topOf(target)).toBeCloseTo(before - 93, 0);
});

test("the time rail goes to its place of the list", async ({ page, demo }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, demo.url);
  await page.locator("#calls").scrollIntoViewIfNeeded();
  const rail = page.locator("[data-rail]");
  await rail.waitFor();
  const box = await rail.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 2, (box?.y ?? 0) + (box?.height ?? 0) / 4);
  await expect.poll(async () => (await seen(page))[0] ?? 0).toBeGreaterThan(200_000);
  expect((await seen(page))[0]).toBeLessThan(300_000);
});


test("turned to the phone's rows and back, the reader stays at the same rows, and so does the focus", async ({ page, demo }) => {
  await open(page, demo.url);
  await row(page, 0).focus();
  await page.keyboard.press("End");
  await expect(last(page)).toBeFocused();
  await page.keyboard.press("PageUp");
  const focused = Number(await page.locator("[data-index]:focus").getAttribute("data-index"));
  for (const [width, height] of [[390, 844], [1280, 900], [844, 390], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expect(row(page, focused)).toBeFocused();
    await expect.poll(async () => (await seen(page)).some((offset) => Math.abs(offset - focused) < 40)).toBe(true);
  }
});
