import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { bytes, type Handler, json, sample } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { good, passTime, shown, test } from "./platform.ts";

const documented = (status: number, name: string): Handler => bytes(status, sample(name), { "content-type": "application/json" });

/** What a platform does, and how the page words it. */
const faults: [string, Handler, string][] = [
  ["[fault: upstream 401] 401", documented(401, "talkover-error-401"), "Talkover refused this connection’s credential"],
  ["[fault: upstream 403] 403", json(403, { success: false, message: "Missing permission campaigns:read" }), "Talkover does not let this connection see this campaign"],
  ["[fault: upstream 404] 404", documented(404, "talkover-error-404"), "No such campaign on Acme"],
  ["[fault: 429 with Retry-After] 429", json(429, { success: false }, { "retry-after": "40" }), "Talkover asked for fewer requests"],
  ["[fault: 500 and 503] 500", documented(500, "talkover-error-500"), "Talkover answered with an error"],
  ["[fault: 500 and 503] 503", json(503, {}), "Talkover answered with an error"],
  ["[fault: 429 bare] 429 that says no time", json(429, {}), "Talkover asked for fewer requests"],
  ["[fault: truncated JSON] truncated JSON", bytes(200, JSON.stringify(campaignBody(someCalls(20))).slice(0, -40), { "content-type": "application/json" }), "Talkover’s answer could not be read"],
  ["[fault: gzip that breaks off] gzip that breaks off", bytes(200, gzipSync(JSON.stringify(campaignBody(someCalls(20)))).subarray(0, 60), { "content-type": "application/json", "content-encoding": "gzip" }), "Talkover’s answer could not be read"],
  ["[fault: 502 with HTML] 502 with HTML", bytes(502, "<html><h1>upstream-canary</h1></html>", { "content-type": "text/html" }), "Talkover answered with an error"],
  ["[fault: stall mid-body] stall", (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"), "Talkover did not answer in time"],
  ["[fault: connect refused] reset", (request) => request.socket.destroy(), "Talkover cannot be reached"],
  ["[fault: wrong shape] wrong shape", json(200, { success: true, data: { id: "c1" } }), "Talkover’s answer could not be read"],
  ["[fault: very large body] too large", bytes(200, `"${"x".repeat(1_100_000)}"`, { "content-type": "application/json" }), "Talkover’s answer is larger than Callboard accepts"],
];

const indicator = (page: Page) => page.getByRole("banner").getByRole("button", { name: /Live|Loading|Waiting|Offline|Stale|Not live/ });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const lastNumber = (page: Page) => region(page, "Calls").getByText("+1 (415) 555-0019");

/** The campaign is shown, and read long enough ago that pressing the indicator reads again. */
async function aged(page: Page): Promise<void> {
  await shown(page);
  await expect(lastNumber(page)).toBeVisible();
  await expect(indicator(page)).toHaveText(/updated [1-9]/);
}

test.describe("a fault", () => {
  test.use({ deadlineMs: 1_500 });

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

  for (const [fault, handler, words] of faults.filter(([name]) => !/\] (?:404|502 with HTML|503|reset)$/.test(name))) {
    test(`${fault} later: what was read stays, with its time and the reason`, async ({ page, platform }) => {
      await page.goto(platform.url);
      await aged(page);
      platform.answer(handler);
      await indicator(page).click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText(/Figures are from .* and stay as they were/)).toBeVisible();
      await expect(indicator(page)).toHaveText(/Stale|Waiting/);
      await expect(lastNumber(page)).toBeVisible();
      expect(await violations(page, ["header", "aside"])).toEqual([]);
    });
  }
});

test("[fault: upstream 404] 404 later: a campaign that was deleted is no longer shown", async ({ page, platform }) => {
  await page.goto(platform.url);
  await aged(page);
  platform.answer(documented(404, "talkover-error-404"));
  await indicator(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such campaign on Acme");
  await expect(lastNumber(page)).toHaveCount(0);
  await page.getByRole("link", { name: "See all campaigns" }).click();
  await expect(page).toHaveURL(new URL("/", platform.url).href);
});

test("[fault: 429 with Retry-After] 429 counts down, and pressing the indicator does not shorten it", async ({ page, platform }) => {
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

test("[threat: using up a connection] who opens a campaign while many others wait is told to wait, and then gets it", async ({ page, platform }) => {
  await page.goto(new URL("/", platform.url).href);
  // Campaigns that never answer, until the deadline.
  platform.answer((request, response, count) => (request.url?.endsWith("/c1") === true ? good(request, response, count) : undefined));
  const many = Array.from({ length: 20 }, async (_, index) => fetch(new URL(`/api/v1/connections/acme/campaigns/unknown-${index}`, platform.url)));
  await expect.poll(() => platform.requests.filter(({ url }) => url.includes("unknown")).length).toBeGreaterThan(5);
  await page.goto(platform.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Callboard asked this page for fewer requests");
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole("heading", { level: 1, name: "Sales Campaign" })).toBeVisible({ timeout: 40_000 });
  // Its parts are on their way: the host that has them is not taken away meanwhile.
  await expect(page.getByRole("region", { name: "Calls", exact: true })).toContainText("Showing");
  expect((await Promise.all(many)).map(({ status }) => status)).toContain(429);
});

test("[fault: upstream 404] a 404 is confirmed once, and a campaign that appears later is shown on trying again", async ({ page, platform }) => {
  platform.answer(documented(404, "talkover-error-404"));
  await page.goto(platform.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such campaign on Acme");
  expect(platform.requests.length).toBe(2);
  platform.answer(good);
  await page.getByRole("button", { name: "Try again" }).click();
  await shown(page);
});

test("the first answer takes the skeleton's place without moving the page", async ({ page, platform }) => {
  await page.addInitScript(() => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) shift += Number(entry.value);
      document.documentElement.dataset["shift"] = String(shift);
    }).observe({ type: "layout-shift", buffered: true });
  });
  let release = () => {};
  platform.answer((request, response, count) => {
    release = () => good(request, response, count);
  });
  await page.goto(platform.url);
  await expect(page.getByRole("status").filter({ hasText: "Asking" })).toHaveCount(1);
  await expect(indicator(page)).toHaveText(/Loading/);
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  await expect.poll(() => platform.requests.length).toBe(1);
  release();
  await shown(page);
  await expect(lastNumber(page)).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // What moves the page is put down in the frame after.
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
  expect(Number(await page.locator("html").getAttribute("data-shift"))).toBeLessThan(0.05);
});

test("[fault: offline and online] data that is not renewed goes stale by its age alone", async ({ page, platform }) => {
  await page.goto(platform.url);
  await aged(page);
  await expect(indicator(page)).toHaveText(/Live/);
  await passTime(page, 30_000);
  await expect(indicator(page)).toHaveText(/Stale.*updated (3\d|2\d)\ss ago/, { timeout: 10_000 });
  await expect(lastNumber(page)).toBeVisible();
});

test("[fault: 500 and 503] old data never looks live: NOT LIVE with its age and the reason, then live again by itself", async ({ page, platform }) => {
  const lastMinute = Math.floor(Date.now() / 60_000 - 1) * 60_000;
  const busy = someCalls(20).map((call, index) => ({ ...call, status: "busy", created_at: new Date(lastMinute + index * 1_000).toISOString() }));
  platform.answer(json(200, campaignBody(busy, { call_time_ranges: [{ start: "00:00", end: "24:00" }], busy_cooldown_hours: 5 })));
  await page.goto(platform.url);
  await expect(region(page, "Summary")).toContainText(/Waiting for retries\. All 20 remaining contacts are in cool-down until (today|tomorrow) \d\d:\d\d E[DS]T\./);
  await aged(page);
  platform.answer(json(503, {}));
  await passTime(page, 3_600_000);
  await indicator(page).click();
  await expect(page.getByRole("status").filter({ hasText: "NOT LIVE" })).toBeVisible();
  await expect(page.getByText(/The figures are 1\sh old, from/)).toBeVisible();
  await expect(page.getByText(/Talkover answered with an error/)).toBeVisible();
  await expect(indicator(page)).toHaveText(/Not live.*1\sh old/);
  await expect(region(page, "Summary")).not.toContainText(/Calling now|Inside calling hours/);
  await expect(region(page, "Summary")).toContainText(/it was waiting for retries, all in cool-down\. What it does now is not known/);
  await expect(lastNumber(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  platform.answer(good);
  await page.unroute("**/api/v1/**");
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 20_000 });
  await expect(page.getByText("NOT LIVE")).toHaveCount(0);
});

test("[fault: service restarted] the service killed and started again under an open page: nothing is lost, and it recovers by itself", async ({ page, platform }) => {
  platform.answer(json(200, campaignBody(someCalls(20).map((call) => ({ ...call, retries: 2 })))));
  await page.goto(platform.url);
  await expect(lastNumber(page)).toBeVisible();
  await region(page, "Calls").getByRole("button", { name: /attempts/ }).first().click();
  const attempts = region(page, "Calls").getByRole("gridcell", { name: "Attempts", exact: true });
  await expect(attempts).toContainText("2 earlier attempts");
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  // What is said above of the time watched may take a line more or less; what is read stays where it is.
  const place = async () => Math.round((await attempts.boundingBox())?.y ?? Number.NaN);
  const read = await place();

  await platform.killHost();
  await expect(indicator(page)).toHaveText(/Offline/, { timeout: 10_000 });
  await expect(page.getByText("No connection to Callboard")).toBeVisible();
  await expect(attempts).toContainText("2 earlier attempts");
  await platform.restartHost();
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 20_000 });
  await expect(page.getByText("No connection to Callboard")).toHaveCount(0);
  await expect(attempts).toContainText("2 earlier attempts");
  expect(Math.abs((await place()) - read)).toBeLessThanOrEqual(1);
});

test("[fault: service restarted] nothing answers for a while: offline, and axe agrees; then NOT LIVE by elapsed time alone", async ({ page, platform }) => {
  await page.clock.install();
  await page.goto(platform.url);
  await aged(page);
  await platform.killHost();
  await indicator(page).click();
  await expect(indicator(page)).toHaveText(/Offline/);
  expect(await violations(page)).toEqual([]);
  await page.clock.fastForward(61_000);
  await expect(page.getByRole("status").filter({ hasText: "NOT LIVE" })).toBeVisible();
  await expect(lastNumber(page)).toBeVisible();
});

test("[fault: offline and online] the browser offline and online again: fresh data within one interval", async ({ page, context, platform }) => {
  await page.goto(platform.url);
  await shown(page);
  await context.setOffline(true);
  await indicator(page).click();
  await expect(indicator(page)).toHaveText(/Offline/);
  await context.setOffline(false);
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 5_000 });
});

test("[fault: hidden tab] a hidden tab asks nothing; shown again it asks at once", async ({ page, platform }) => {
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/")) asked += 1;
  });
  const become = (state: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
  await page.clock.install();
  await page.goto(platform.url);
  await expect(lastNumber(page)).toBeVisible();
  await Promise.all([page.waitForRequest(/campaigns\/c1$/), page.clock.fastForward(20_000)]);
  await become("hidden");
  const before = asked;
  await page.clock.runFor(60_000);
  expect(asked).toBe(before);
  await Promise.all([page.waitForRequest(/campaigns\/c1$/, { timeout: 1_000 }), become("visible")]);
});

for (const [wrong, milliseconds] of [["ahead", 3_600_000], ["behind", -3_600_000]] as const) {
  test(`[fault: viewer's clock wrong] a viewer's clock an hour ${wrong} does not age the data`, async ({ page, platform }) => {
    await page.clock.install({ time: Date.now() + milliseconds });
    await page.goto(platform.url);
    await aged(page);
    await expect(indicator(page)).toHaveText(/Live.*updated \d\ss ago/);
  });
}

test("[fault: wake from sleep] a machine that slept an hour: not live at once, and fresh within one interval", async ({ page, platform }) => {
  await page.clock.install();
  await page.goto(platform.url);
  await aged(page);
  // On waking nothing answers for a moment, as long as the network is not back.
  await page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await page.clock.fastForward(3_600_000);
  await expect(indicator(page)).toHaveText(/Not live.*1\sh old/);
  await expect(lastNumber(page)).toBeVisible();
  await page.unroute("**/api/v1/**");
  await expect(indicator(page)).toHaveText(/Live/, { timeout: 5_000 });
});

/** How often the page itself was loaded. */
function countLoads(page: Page): () => number {
  const loads: Request[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request);
  });
  return () => loads.length;
}

test.describe("a part that cannot be loaded", () => {
  test.use({ plantedError: /dynamically imported module/ });
  const part = /calls-panel-.*\.js$/;

  test("[fault: new version deployed] gone with a new version: the page is loaded again, once, and has it", async ({ page, platform }) => {
    const loads = countLoads(page);
    await page.route(part, (route) => route.fulfill({ status: 404 }), { times: 1 });
    await page.goto(platform.url);
    await expect(lastNumber(page)).toBeVisible();
    expect(loads()).toBe(2);
  });

  test("[fault: new version deployed] gone for good: no loop, its place says so, the rest lives", async ({ page, platform }) => {
    const loads = countLoads(page);
    await page.route(part, (route) => route.fulfill({ status: 404 }));
    await page.goto(platform.url);
    await expect(region(page, "Calls").getByText("This part of the page stopped working.")).toBeVisible();
    await expect(region(page, "Summary")).toBeVisible();
    expect(loads()).toBe(2);
    expect(await violations(page)).toEqual([]);
  });

  test("[fault: new version deployed] while the server is away: the page is not thrown away", async ({ page, platform }) => {
    const loads = countLoads(page);
    await page.route(part, async (route) => {
      await platform.killHost();
      await route.abort("connectionrefused");
    });
    await page.goto(platform.url);
    await expect(region(page, "Calls").getByText("This part of the page stopped working.")).toBeVisible();
    await expect(region(page, "Summary")).toBeVisible();
    expect(loads()).toBe(1);
  });
});

test.describe("a panel that throws", () => {
  test.use({ plantedError: /planted/ });

  test("[fault: a component throws] says so, and trying again brings it back; the rest of the page lives", async ({ page, platform }) => {
    await page.route(/files-panel-.*\.js$/, (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'export function FilesPanel() { if (document.title !== "Mended") throw new Error("planted"); return "The planted panel is back."; }',
      }),
    );
    await page.goto(platform.url);
    await shown(page);
    await expect(region(page, "Files")).toContainText("This part of the page stopped working.");
    await expect(lastNumber(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      document.title = "Mended";
    });
    await region(page, "Files").getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("main")).toContainText("The planted panel is back.");
  });
});

test("[fault: bad rows] [fault: duplicate ids] [fault: unknown words] rows that cannot be read, ids that come twice and unknown words are counted on screen", async ({ page, platform }) => {
  const [first, ...rest] = someCalls(20);
  const calls = [first, first, ...rest, { id: "c20", to: "+14155550020", status: "abducted", retries: 0, created_at: "2026-10-01T15:00:00Z" }, { id: 7 }];
  platform.answer(json(200, campaignBody(someCalls(21), { calls })));
  await page.goto(platform.url);
  await expect(page.getByText(/^1 call could not be read/)).toHaveCount(1);
  await expect(page.getByText("1 call id came twice.")).toHaveCount(1);
  await expect(page.getByText("Words Callboard does not know: “abducted” (1).")).toHaveCount(1);
  await expect(region(page, "Calls").getByText(/^Showing/)).toContainText("of 21 numbers");
  expect(await violations(page)).toEqual([]);
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
    await expect(region(page, "Summary")).toContainText(words);
    await expect(region(page, "Summary")).not.toContainText("Calling now");
    await expect(region(page, "Configuration")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
