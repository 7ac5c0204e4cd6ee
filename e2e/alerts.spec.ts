import type { Page } from "@playwright/test";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json } from "#service/testing/upstream.ts";
import { expect } from "./fixtures.ts";
import { shown, test } from "./platform.ts";

type Shown = { title: string; body: string; tag: string };

/** Keeps what notifications the page shows, in their order; pressing one is up to the test. */
async function collectNotifications(page: Page): Promise<{ told: Shown[]; press(tag: string): Promise<void> }> {
  const told: Shown[] = [];
  await page.exposeFunction("collectNotification", (notification: Shown) => told.push(notification));
  await page.addInitScript(() => {
    class Collected extends EventTarget {
      static permission = "default";
      static requestPermission(): Promise<string> {
        Collected.permission = "granted";
        return Promise.resolve("granted");
      }
      constructor(title: string, { body = "", tag = "" }: NotificationOptions = {}) {
        super();
        window.addEventListener(`press ${tag}`, () => this.dispatchEvent(new Event("click")));
        const collect: unknown = Reflect.get(window, "collectNotification");
        if (typeof collect === "function") Reflect.apply(collect, undefined, [{ title, body, tag }]);
      }
      close(): void {}
    }
    Reflect.set(window, "Notification", Collected);
  });
  return { told, press: (tag) => page.evaluate((pressed) => void window.dispatchEvent(new Event(`press ${pressed}`)), tag) };
}

/** Nobody looks any more, or somebody does again. */
async function become(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

const failedFile = { id: "f1", original_filename: "contacts-2.csv", status: "failed", total_records: 8000, processed_records: 3120 };

test("alerts are told once to who asked for them, while nobody looks, and lead to what shows why", async ({ page, context, platform }) => {
  const notifications = await collectNotifications(page);
  await page.clock.install();
  await page.goto(platform.url);
  await shown(page);
  await page.getByRole("banner").getByRole("button", { name: /UTC|·/ }).click();
  const item = page.getByRole("menuitemcheckbox", { name: /^Alert me/ });
  await expect(item).toHaveAttribute("aria-checked", "false");
  await item.click();
  await expect(item).toHaveAttribute("aria-checked", "true");
  await expect(item).toContainText("Notifications, and a sign in this tab’s title");
  await page.keyboard.press("Escape");
  await page.clock.runFor(1_000);

  await become(page, "hidden");
  platform.answer(json(200, campaignBody(someCalls(20), { files: [failedFile] })));
  // The host reads the platform in its own time.
  await expect(async () => {
    await page.clock.runFor(31_000);
    expect(notifications.told).toEqual([
      { title: "Sales Campaign: a file failed", body: "contacts-2.csv failed. Its unread records are not in the total.", tag: "callboard acme c1 file_failed f1" },
    ]);
  }).toPass();
  await expect(page).toHaveTitle("(!) Sales Campaign – Callboard");
  await Promise.all([page.waitForResponse(/campaigns\/c1$/), page.clock.runFor(31_000)]);
  expect(notifications.told).toHaveLength(1);

  await notifications.press("callboard acme c1 file_failed f1");
  await expect(page.locator("#files")).toBeFocused();
  await become(page, "visible");
  await expect(page).toHaveTitle("Sales Campaign – Callboard");

  // It is kept for the next visit, by a link to a panel, where what is there already is seen, not told.
  const again = await context.newPage();
  const later = await collectNotifications(again);
  await again.goto(`${platform.url}#files`);
  await shown(again);
  await expect.poll(() => again.locator("#files").evaluate((section) => Math.round(section.getBoundingClientRect().top))).toBeLessThan(200);
  await again.getByRole("banner").getByRole("button", { name: /UTC|·/ }).click();
  await expect(again.getByRole("menuitemcheckbox", { name: /^Alert me/ })).toHaveAttribute("aria-checked", "true");
  expect(later.told).toEqual([]);
});
