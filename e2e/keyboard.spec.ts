import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.beforeEach(async ({ page, demo }) => {
  await page.goto(`${demo.url}c/demo/completed`);
  await expect(page.getByRole("region", { name: "Calls" }).getByText(/^Showing/)).toBeVisible();
});

/** Tabs until `reached` holds for the focused element; every stop on the way must show its focus. */
async function tabTo(page: Page, reached: (name: string) => boolean): Promise<void> {
  for (let press = 0; press < 150; press += 1) {
    await page.keyboard.press("Tab");
    const { name, visible } = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement || focused instanceof SVGElement)) return { name: "", visible: true };
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const shown = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || focused instanceof HTMLInputElement;
      return { name: focused.getAttribute("aria-label") ?? focused.textContent ?? "", visible: shown };
    });
    expect(visible, `focus is visible on “${name}”`).toBe(true);
    if (reached(name)) return;
  }
  throw new Error("The tab key never got there");
}

test("every control of the page is reached with the tab key, its focus visible", async ({ page }) => {
  for (const name of ["Callboard", "Read now", "Share", "Show as table", "Outcome", "Retries", "Time", "Calls", "Export CSV"]) {
    await tabTo(page, (focused) => focused.includes(name));
  }
});

test("menus open, move and close by key, and focus returns", async ({ page }) => {
  const share = page.getByRole("button", { name: /Share/ });
  await share.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Print" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(share).toBeFocused();
});

test("theme and zone are chosen by key", async ({ page }) => {
  const display = page.getByRole("button", { name: /Chicago|New York|London|·/ }).first();
  await display.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("where a figure comes from is read by key", async ({ page }) => {
  const statistics = page.getByRole("region", { name: "Statistics", exact: true });
  await statistics.getByRole("button").first().focus();
  await expect(page.getByText("stats.total_calls").first()).toBeVisible();
});

test("filters, search and rows work without a pointer", async ({ page }) => {
  const calls = page.getByRole("region", { name: "Calls" });
  await page.keyboard.press("/");
  await expect(calls.getByRole("textbox", { name: "Find a number or id" })).toBeFocused();
  await page.keyboard.type("555");
  await expect(page).toHaveURL(/q=555/);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/q=/);
  await calls.getByRole("button", { name: /Outcome/ }).first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/outcome=/);
});
