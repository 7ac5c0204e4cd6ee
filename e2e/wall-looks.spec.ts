import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { startStaticSite } from "./static-server.ts";

/** Every screen a wall may be, by the height or width that one rem is a share of. */
const screens = [
  { name: "1080p", width: 1920, height: 1080, unit: 1 },
  { name: "4K", width: 3840, height: 2160, unit: 2 },
  { name: "upright", width: 1080, height: 1920, unit: 1 },
  { name: "a laptop's", width: 1366, height: 768, unit: 768 / 1080 },
  { name: "ultra-wide", width: 2560, height: 1080, unit: 1 },
];

/** Campaigns that strain a layout: much, nothing, long names, other scripts, no counters, a history in pages, markup. */
const campaigns = ["demo/q2-lead-re-engagement", "demo/files-in-trouble", "demo/long-name", "demo/japanese", "demo/arabic", "demo/markup", "demo/draft", "callers-demo/65f1c0ffee00000000000006", "kore-demo/cd-product-feedback", "dialnexa-demo/cmp_reengage"];

/** What of the screen is too small, or beyond its edge, one line a place. `unit`: one of 1080 parts of the height, in px. */
function flaws(page: Page, unit: number): Promise<string[]> {
  return page.evaluate((px) => {
    const found: string[] = [];
    const { innerWidth: width, innerHeight: height } = window;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (parent === null || text === "" || parent.closest("script, noscript") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      // What a box cuts off on purpose – a long name, a need that does not fit – is not seen.
      const frame = parent.closest("[class*=line-clamp],.truncate,.overflow-hidden")?.getBoundingClientRect();
      const seen = boxes.filter((box) => frame === undefined || (box.top < frame.bottom - 1 && box.left < frame.right - 1));
      if (seen.length === 0) continue;
      if (size < 28 * px - 0.5) found.push(`${text.slice(0, 30)}: ${size}px`);
      if (frame === undefined || frame.width >= width) {
        for (const box of seen) if (box.right > width + 1 || box.bottom > height + 1 || box.left < -1 || box.top < -1) found.push(`${text.slice(0, 30)}: beyond the edge at ${Math.round(box.right)}, ${Math.round(box.bottom)}`);
      }
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > width || scrollHeight > height) found.push(`scrolls to ${scrollWidth} × ${scrollHeight}`);
    return found;
  }, unit);
}

for (const part of [0, 1]) {
  test(`nothing is too small from 5 m and nothing leaves the screen, whatever the campaign and the screen (${part + 1} of 2)`, async ({ page, demo }) => {
    for (const path of campaigns.filter((_, index) => index % 2 === part)) {
      await page.goto(`${demo.url}wall/${path}?theme=${part === 0 ? "dark" : "light"}`);
      await page.locator("main h1").waitFor();
      await page.locator("header").getByText(/^Live/).waitFor();
      for (const { name, unit, ...viewport } of screens) {
        await page.setViewportSize(viewport);
        expect(await flaws(page, unit), `${path} on ${name}`).toEqual([]);
      }
    }
  });
}

test("a campaign without counters says what it does in the largest letters, and no number of anybody", async ({ page, demo }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${demo.url}wall/callers-demo/65f1c0ffee00000000000001`);
  const doing = page.getByText("Calling is on.");
  expect(await doing.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))).toBeGreaterThan(79);
  await expect(page.getByRole("region", { name: "Progress" })).toContainText("Not counted by Callers.ai.");
  await expect(page.getByText("Language")).toBeVisible();
  await expect(page.getByText("From number")).toHaveCount(0);
  expect(await page.locator("main").innerText()).not.toMatch(/\+\d/);
});

test.describe("a browser that is too old", () => {
  for (const path of ["", "c/demo/paused", "wall/demo/paused", "embed/demo/paused"]) {
    test(`[fault: old browser] is told so in one sentence at /${path}`, async ({ page, demo }) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, "CSSPropertyRule"));
      await page.goto(demo.url + path);
      const sentence = page.getByRole("alert");
      await expect(sentence).toHaveText("This browser is too old for Callboard, which needs Chrome or Edge 111, Safari 16.4, Firefox 128, or later. Please update it, or open this address with another one.");
      expect(await sentence.evaluate((place) => Number.parseFloat(getComputedStyle(place).fontSize))).toBeGreaterThanOrEqual(24);
      await expect(page.getByRole("heading")).toHaveCount(0);
    });
  }
});

test("the static site has the wall in its fragment, and turns old browsers away too", async ({ page, context }) => {
  const site = await startStaticSite();
  try {
    await page.goto(`${site.url}#/wall/demo/paused?theme=light&zone=utc`);
    await expect(page.locator("main h1")).toContainText("Q1 Upsell pilot");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    const old = await context.newPage();
    await old.addInitScript(() => Reflect.deleteProperty(window, "CSSPropertyRule"));
    await old.goto(`${site.url}#/wall/demo/paused`);
    await expect(old.getByRole("alert")).toContainText("This browser is too old");
    expect(site.policyReports).toEqual([]);
  } finally {
    await site.close();
  }
});
