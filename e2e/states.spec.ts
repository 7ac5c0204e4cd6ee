import type { Page } from "@playwright/test";
import { bytes, type Handler, json, sample } from "#service/testing/upstream.ts";
import { campaignBody } from "#service/testing/campaign-body.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { good, shown, test } from "./platform.ts";

const documented = (status: number, name: string): Handler => bytes(status, sample(name), { "content-type": "application/json" });

/** What a platform does, and how the page words it. */
const faults: [string, Handler, string][] = [
  ["401", documented(401, "talkover-error-401"), "Talkover refused this connection’s credential"],
  ["403", json(403, { success: false, message: "Missing permission campaigns:read" }), "Talkover does not let this connection see this campaign"],
  ["404", documented(404, "talkover-error-404"), "No such campaign on Acme"],
  ["429", json(429, { success: false }, { "retry-after": "40" }), "Talkover asked for fewer requests"],
  ["500", documented(500, "talkover-error-500"), "Talkover answered with an error"],
  ["502 with HTML", bytes(502, "<html><h1>upstream-canary</h1></html>", { "content-type": "text/html" }), "Talkover answered with an error"],
  ["timeout", () => {}, "Talkover did not answer in time"],
  ["reset", (request) => request.socket.destroy(), "Talkover cannot be reached"],
  ["wrong shape", json(200, { success: true, data: { id: "c1" } }), "Talkover’s answer could not be read"],
  ["too large", bytes(200, `"${"x".repeat(1_100_000)}"`, { "content-type": "application/json" }), "Talkover’s answer is larger than Callboard accepts"],
];

const indicator = (page: Page) => page.getByRole("banner").getByRole("button", { name: /Live|Loading|Waiting|Offline|Stale|Not live/ });

/** The campaign is shown, and read long enough ago that pressing the indicator reads again. */
async function aged(page: Page): Promise<void> {
  await shown(page);
  await expect(indicator(page)).toHaveText(/updated [1-9]/);
}

for (const [fault, handler, words] of faults) {
  test(`${fault} at first: the cause, the next step and the way back, and axe agrees`, async ({ page, platform }) => {
    platform.answer(handler);
    await page.goto(platform.url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
    await expect(page.getByRole("link", { name: "See all campaigns" })).toBeVisible();
    await expect(page.getByText("upstream-canary")).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
  });
}

for (const [fault, handler, words] of faults.filter(([name]) => ["401", "429", "500", "wrong shape"].includes(name))) {
  test(`${fault} later: what was read stays, with the reason`, async ({ page, platform }) => {
    await page.goto(platform.url);
    await aged(page);
    platform.answer(handler);
    await indicator(page).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(/Figures are from .* and stay as they were/)).toBeVisible();
    await expect(page.getByRole("region", { name: "Calls" }).getByText("+1 (415) 555-0019")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("429 counts down, and pressing the indicator does not shorten it", async ({ page, platform }) => {
  await page.goto(platform.url);
  await aged(page);
  platform.answer(json(429, {}, { "retry-after": "40" }));
  await indicator(page).click();
  await expect(indicator(page)).toHaveText(/Waiting.*trying again in (40|3\d)\ss/);
  await expect(indicator(page)).toHaveAttribute("aria-disabled", "true");
  const asked = platform.requests.length;
  await indicator(page).click({ force: true });
  await expect(indicator(page)).toHaveText(/trying again in 3[0-7]\ss/);
  expect(platform.requests.length).toBe(asked);
});

test("a 404 is confirmed once, and a campaign that appears later is shown by itself on trying again", async ({ page, platform }) => {
  platform.answer(documented(404, "talkover-error-404"));
  await page.goto(platform.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such campaign on Acme");
  expect(platform.requests.length).toBe(2);
  platform.answer(good);
  await page.getByRole("button", { name: "Try again" }).click();
  await shown(page);
});

test("the first answer takes the skeleton's place without moving the page", async ({ page, platform }) => {
  let release = () => {};
  platform.answer((request, response, count) => {
    release = () => good(request, response, count);
  });
  await page.goto(platform.url);
  await expect(page.getByRole("status").filter({ hasText: "Asking" })).toHaveCount(1);
  await expect(indicator(page)).toHaveText(/Loading/);
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  release();
  await shown(page);
  await expect(page.getByRole("region", { name: "Calls" }).getByText("+1 (415) 555-0019")).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const moved = list.getEntries().filter((entry) => entry.startTime > 0);
          done(moved.reduce((sum, entry) => sum + ("value" in entry ? Number(entry.value) : 0), 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );
  expect(shift).toBeLessThan(0.1);
});

test("old data never looks live: stale, then NOT LIVE, then live again", async ({ page, platform }) => {
  await page.clock.install();
  await page.goto(platform.url);
  await shown(page);
  await expect(indicator(page)).toHaveText(/Live/);
  platform.answer(json(503, {}));
  await page.clock.fastForward(20_000);
  await expect(indicator(page)).toHaveText(/Stale/);
  await page.clock.fastForward(61_000);
  await expect(page.getByText("NOT LIVE", { exact: true })).toBeVisible();
  await expect(page.getByText(/The figures are .* old, from/)).toBeVisible();
  await expect(indicator(page)).toHaveText(/Not live/);
  await expect(page.getByRole("region", { name: "Summary" })).not.toContainText("Calling now");
  expect(await violations(page)).toEqual([]);
  platform.answer(good);
  await expect(async () => {
    await page.getByRole("button", { name: "Try now" }).click({ timeout: 500 });
    await expect(indicator(page)).toHaveText(/Live ·|Live·|Live/, { timeout: 1_500 });
    await expect(page.getByText("NOT LIVE", { exact: true })).toHaveCount(0);
  }).toPass();
});

test("the service killed and started again under an open page: nothing is lost, and it recovers by itself", async ({ page, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  await expect(page.getByRole("region", { name: "Calls" }).getByText("+1 (415) 555-0019")).toBeVisible();
  await platform.stopHost();
  await indicator(page).click();
  await expect(indicator(page)).toHaveText(/Offline/);
  await expect(page.getByText("No connection to Callboard")).toBeVisible();
  await expect(page.getByRole("region", { name: "Calls" }).getByText("+1 (415) 555-0019")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await platform.restartHost();
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 20_000 });
  await expect(page.getByText("No connection to Callboard")).toHaveCount(0);
});

test("offline and online again: events are hints, fresh data follows at once", async ({ page, context, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  await context.setOffline(true);
  await indicator(page).click();
  await expect(indicator(page)).toHaveText(/Offline/);
  await context.setOffline(false);
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 5_000 });
});

test.describe("a panel that throws", () => {
  test.use({ plantedError: /planted/ });

  test("a panel that throws says so and offers a retry; the rest of the page lives", async ({ page, platform }) => {
    await page.route(/files-panel-.*\.js$/, (route) =>
      route.fulfill({ contentType: "text/javascript", body: 'export function FilesPanel() { throw new Error("planted"); }' }),
    );
    await page.goto(platform.url);
    await shown(page);
    const files = page.getByRole("region", { name: "Files" });
    await expect(files.getByRole("button", { name: /again|retry/i })).toBeVisible();
    await expect(page.getByRole("region", { name: "Calls" }).getByText("+1 (415) 555-0019")).toBeVisible();
  });
});

const statuses: [string, Record<string, unknown>, RegExp][] = [
  ["draft", { status: "draft", calls: [], stats: undefined }, /Draft/],
  ["completed", { status: "completed" }, /Completed|Finished/],
  ["cancelled", { status: "cancelled" }, /Cancelled/],
  ["paused", { status: "paused" }, /Paused; since when is not reported/],
  ["an empty active campaign", { calls: [], stats: undefined }, /No contacts/i],
  ["an unknown status", { status: "hibernating" }, /hibernating/],
];
for (const [name, change, words] of statuses) {
  test(`${name}: said in the summary, and axe agrees`, async ({ page, platform }) => {
    platform.answer(json(200, campaignBody([], change)));
    await page.goto(platform.url);
    await expect(page.getByRole("region", { name: "Summary" })).toContainText(words);
    await expect(page.getByRole("region", { name: "Configuration" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
