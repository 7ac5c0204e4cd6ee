import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { showHeat } from "./heat-calls.ts";

/**
 * Presses the tab key until the focus leaves the page. Tells the controls that were
 * never reached, and the stops that looked focused as they looked without focus.
 */
async function tabThrough(page: Page): Promise<{ unreached: string[]; invisible: string[] }> {
  await page.evaluate(() => {
    const nameOf = (element: Element) => `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent ?? ""}`.slice(0, 60);
    const lookOf = (element: Element | null): string => {
      const looks: string[] = [];
      for (let part = element, up = 0; part && up < 3; part = part.parentElement, up += 1) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
        looks.push(outlineStyle === "none" ? "" : outlineWidth, boxShadow);
      }
      return looks.join();
    };
    const stops: { element: Element; focused: string }[] = [];
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element) stops.push({ element: target, focused: lookOf(target) });
    });
    document.addEventListener("tour-ends", () => {
      const reached = new Set(stops.map(({ element }) => element));
      // One stop of a set moves by arrow keys: rows of the table, cells of the heat map, choices of a group.
      const inSet = (element: Element) => element.closest("[role=row]") !== null || element.matches("[data-cell], input[type=radio]:not(:checked)");
      const controls = [...document.querySelectorAll("a[href], button, input, [tabindex='0']")].filter((element) => element.checkVisibility() && !inSet(element));
      document.body.dataset["tour"] = JSON.stringify({
        unreached: controls.filter((element) => !reached.has(element)).map(nameOf),
        invisible: stops.filter(({ element, focused }) => element.isConnected && lookOf(element) === focused).map(({ element }) => nameOf(element)),
      });
    });
  });
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
  }
  await page.evaluate(() => document.dispatchEvent(new Event("tour-ends")));
  return JSON.parse((await page.locator("body").getAttribute("data-tour")) ?? "{}");
}

test("every control of the list is reached with the tab key, its focus visible", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByRole("link", { name: "Q2 Lead Re-engagement" })).toBeVisible();
  expect(await tabThrough(page)).toEqual({ unreached: [], invisible: [] });
});

test("a campaign is found and opened without a pointer", async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.getByRole("searchbox", { name: "Search campaigns" }).focus();
  await page.keyboard.type("survey");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Autumn survey" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autumn survey");
});

test.describe("on a campaign", () => {
  test.use({ timezoneId: "Asia/Tokyo" });
  test.beforeEach(async ({ page, demo }) => {
    await page.goto(`${demo.url}c/demo/completed`);
    await expect(page.getByRole("region", { name: "Calls" }).getByText(/^Showing/)).toBeVisible();
  });

  test("every control of the page is reached with the tab key, its focus visible", async ({ page }) => {
    expect(await tabThrough(page)).toEqual({ unreached: [], invisible: [] });
  });

  test("menus open, move and close by key, and focus returns", async ({ page }) => {
    const share = page.getByRole("banner").getByRole("button", { name: "Share" });
    await share.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Print" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(share).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("menu")).toHaveCount(0);
  });

  test("theme and zone are chosen by key, and focus returns", async ({ page }) => {
    const display = page.getByRole("banner").getByRole("button", { name: /Berlin/ });
    await display.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("d");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(display).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("u");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/zone=utc/);
    await expect(page.getByRole("banner").getByRole("button", { name: "UTC" })).toBeFocused();
  });

  test("where a figure comes from is read by key, and goes with Escape", async ({ page }) => {
    await page.getByRole("region", { name: "Statistics", exact: true }).getByRole("button").first().focus();
    const source = page.getByRole("tooltip").filter({ hasText: "stats.total_calls", visible: true });
    await expect(source).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(source).toHaveCount(0);
  });

  test("arrow keys move in the heat map, Enter filters by it and takes that back", async ({ page, launch }) => {
    const { url, close } = await showHeat(launch);
    await page.goto(url);
    const cells = page.locator("button[data-cell]");
    const first = cells.first();
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const focused = page.locator("button[data-cell]:focus");
    await expect(focused).toHaveAttribute("data-cell", "1,1");
    await page.keyboard.press("Enter");
    await expect(focused).toHaveAttribute("aria-pressed", "true");
    await expect(page).toHaveURL(/slot=2-10/);
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL(/slot=/);
    await close();
  });

  test("a menu is in its place in the first frame that shows it", async ({ page }) => {
    const share = page.getByRole("banner").getByRole("button", { name: "Share" });
    const menu = page.getByRole("menu", { name: "Share" });
    await page.locator("[role=menu][aria-label=Share]").evaluate((list) => {
      // Of the frames' callbacks the menu's own was registered first.
      list.addEventListener("beforetoggle", () => requestAnimationFrame(() => list.setAttribute("data-first", String(Math.round(list.getBoundingClientRect().right)))), { once: true });
    });
    await share.press("Enter");
    await expect(menu.getByRole("menuitem").first()).toBeFocused();
    const right = await menu.evaluate((list) => Math.round(list.getBoundingClientRect().right));
    expect(right).toBeGreaterThan(900);
    await expect(menu).toHaveAttribute("data-first", String(right));
    await page.keyboard.press("Escape");
    await expect(share).toBeFocused();
  });

  test("filters, search and a span of time work without a pointer", async ({ page }) => {
    const calls = page.getByRole("region", { name: "Calls" });
    await page.keyboard.press("/");
    await expect(calls.getByRole("textbox", { name: "Find a number or id" })).toBeFocused();
    await page.keyboard.type("555");
    await expect(page).toHaveURL(/q=555/);
    await page.keyboard.press("Escape");
    await expect(page).not.toHaveURL(/q=/);

    await calls.getByRole("button", { name: "Outcome", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("f");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/outcome=failed/);
    await expect(calls.getByRole("button", { name: "Outcome: Failed" })).toBeFocused();

    await calls.getByRole("button", { name: "Time", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("f");
    await page.keyboard.press("Enter");
    const form = calls.getByRole("form", { name: "Time of creation" });
    await expect(form.getByLabel("From")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(form).toHaveCount(0);
  });

  test("the file is exported by key", async ({ page }) => {
    await page.getByRole("button", { name: "Export CSV" }).focus();
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toMatch(/^Autumn survey.*\.csv$/);
  });
});
