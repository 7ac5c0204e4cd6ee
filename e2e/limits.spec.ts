import type { Page } from "@playwright/test";
import { json } from "#service/testing/upstream.ts";
import { expect } from "./fixtures.ts";
import { good, passTime, shown, test } from "./platform.ts";

const indicator = (page: Page) => page.getByRole("banner").getByRole("button", { name: /Live|Loading|Waiting|Offline|Stale|Not live/ });
const lastNumber = (page: Page) => page.getByRole("region", { name: "Calls", exact: true }).getByText("+1 (415) 555-0019");

/** Reads again now, which a limit meets. */
async function readAgain(page: Page): Promise<void> {
  await expect(indicator(page)).toHaveText(/updated [1-9]/);
  await indicator(page).click();
}

/** What the header says, and the countdown it begins: at most half a minute where it says nothing of use. */
const waits: [string, () => string | undefined, RegExp][] = [
  ["[fault: 429 with Retry-After] seconds", () => "50", /trying again in (?:50|4\d)\ss/],
  ["[fault: 429 with Retry-After] an HTTP date", () => new Date(Date.now() + 50_000).toUTCString(), /trying again in (?:50|4\d|3[5-9])\ss/],
  ["[fault: 429 with Retry-After] a date in the past", () => "Wed, 21 Oct 2015 07:28:00 GMT", /trying again (?:now|in (?:30|[12]?\d)\ss)/],
  ["[fault: 429 with Retry-After] garbage", () => "soon", /trying again (?:now|in (?:30|[12]?\d)\ss)/],
  ["[fault: 429 with Retry-After] 10⁹", () => "1000000000", /trying again in 1[45]\smin/],
  ["[fault: 429 bare] nothing", () => undefined, /trying again (?:now|in (?:30|[12]?\d)\ss)/],
];
for (const [name, header, words] of waits) {
  test(`${name}: the countdown is shown, and what was read stays`, async ({ page, platform }) => {
    await page.goto(platform.url);
    await shown(page);
    await expect(lastNumber(page)).toBeVisible();
    const text = header();
    platform.answer(json(429, {}, text === undefined ? {} : { "retry-after": text }));
    await readAgain(page);
    await expect(indicator(page)).toHaveText(new RegExp(`Waiting.*${words.source}`));
    await expect(page.getByText("Talkover asked for fewer requests")).toBeVisible();
    await expect(lastNumber(page)).toBeVisible();
  });
}

test("[fault: 429 with Retry-After] 0: it is asked again after a second, and no sooner", async ({ page, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  const asked: number[] = [];
  platform.answer((request, response, count) => {
    asked.push(Date.now());
    if (asked.length < 3) json(429, {}, { "retry-after": "0" })(request, response, count);
    else good(request, response, count);
  });
  await readAgain(page);
  await expect.poll(() => asked.length).toBe(3);
  for (const [index, at] of asked.slice(1).entries()) expect(at - (asked[index] ?? at)).toBeGreaterThanOrEqual(990);
  await expect(indicator(page)).toHaveText(/Live/);
});

test("[fault: back after 8 hours] the figures say that they are 8 hours old, and are live again by themselves", async ({ page, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  platform.answer(json(503, {}));
  await passTime(page, 8 * 3_600_000);
  await expect(page.getByText(/The figures are 8\sh old, from/)).toBeVisible();
  await expect(lastNumber(page)).toBeVisible();
  const asked = platform.requests.length;
  platform.answer(good);
  await page.unroute("**/api/v1/**");
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 30_000 });
  expect(platform.requests.length).toBeLessThan(asked + 6);
  await expect(page.getByText("NOT LIVE")).toHaveCount(0);
});
