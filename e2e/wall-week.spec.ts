import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { json } from "#service/testing/upstream.ts";
import { expect } from "./fixtures.ts";
import { nextBuild } from "./next-build.ts";
import { passTime } from "./platform.ts";
import { age, band, callsAsked, test, title } from "./wall.ts";

const minute = 60_000;
const hour = 60 * minute;

test.describe.configure({ timeout: 180_000 });
test.use({ plantedError: /Cannot read properties of undefined|dynamically imported module/ });

/** Live again: the age beside the clock, no band, the campaign and its present tense. */
async function isLive(page: Page): Promise<void> {
  await expect(age(page)).toHaveText(/^Live, \d\ss ago$/, { timeout: 40_000 });
  await expect(band(page)).toHaveCount(0);
  await expect(title(page)).toContainText("Spring sale");
  await expect(page.getByText("What it does now is not known")).toHaveCount(0);
}

/** Not live by this age: said so across the screen, in the past, the figures kept, the clock running. */
async function isNotLive(page: Page, old: RegExp): Promise<void> {
  await expect(band(page)).toContainText(/NOT LIVE — last data/);
  await expect(band(page)).toContainText(old);
  await expect(band(page)).toContainText(/Now \d\d:\d\d/);
  await expect(title(page)).toContainText("Spring sale");
  await expect(page.getByText("What it does now is not known")).toBeVisible();
  await expect(page.getByRole("main")).toHaveCSS("opacity", "0.55");
}

/** A minute goes by on a live wall: its last seconds are played, so that no answer seems late. */
async function aMinute(page: Page): Promise<void> {
  await page.clock.fastForward(50_000);
  await isLive(page);
  await page.clock.runFor(10_000);
  await isLive(page);
}

/** Counts how often the page was loaded. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  return () => loads;
}

test("[fault: wall's bad week] a week of every fault in turn: right about its freshness at each step, and back without a hand", async ({ page, context, room }) => {
  const loads = countLoads(page);
  const asked = callsAsked(page);
  await page.clock.install();
  await room.letIn(context);
  await page.goto(`${room.url}wall/acme/c1`);
  await isLive(page);

  await test.step("Monday: the platform answers errors for hours", async () => {
    room.answerAll(json(503, {}));
    await expect(page.getByText("Talkover answered with an error")).toBeVisible();
    await expect(age(page)).toHaveText(/^Stale, /);
    await passTime(page, 3 * hour);
    await isNotLive(page, /3\sh ago/);
    await expect(band(page)).toContainText("Talkover answered with an error");
    room.answerAll(undefined);
    await page.unroute("**/api/v1/**");
    await isLive(page);
  });

  await test.step("Tuesday: the network is gone, and the machine sleeps meanwhile", async () => {
    await context.setOffline(true);
    await expect(age(page)).toHaveText(/^Offline, /);
    await page.clock.fastForward(8 * hour);
    await isNotLive(page, /8\sh ago/);
    await context.setOffline(false);
    await isLive(page);
  });

  await test.step("Wednesday: the service is killed, and started again an hour later", async () => {
    await room.kill();
    await expect(age(page)).toHaveText(/^Offline, /);
    await page.clock.fastForward(hour);
    await isNotLive(page, /6\d\smin ago|1\sh ago/);
    await expect(band(page)).toContainText("No connection to Callboard");
    await room.start();
    await isLive(page);
  });

  await test.step("Thursday: its access is taken away and given back", async () => {
    expect((await page.request.delete(`${room.url}api/v1/session`)).status()).toBe(204);
    await expect(title(page)).toHaveText("This display’s access is over");
    await expect(page.getByText("Spring sale")).toHaveCount(0);
    await room.letIn(context);
    await page.clock.runFor(31_000);
    await isLive(page);
  });

  await test.step("Friday: a part of the screen fails, and the screen stays as it was", async () => {
    await page.route(/campaigns\/c1$/, async (route) => {
      const response = await route.fetch({ headers: { ...route.request().headers(), "if-none-match": "" } });
      const body: unknown = await response.json();
      await route.fulfill({ response, json: Object.assign({}, body, { progress: "planted" }) });
    });
    await expect(page.getByRole("alert")).toContainText("NOT LIVE — this display failed");
    await expect(page.locator("h1")).toContainText("Spring sale");
    await expect(page.locator("dl").first()).toContainText("Completed");
    // Nothing of it speaks of the present.
    await expect(page.getByText(/^Live|Waiting for retries/)).toHaveCount(0);
    await page.unroute(/campaigns\/c1$/);
    await expect(async () => {
      await page.clock.runFor(20_000);
      await expect(age(page)).toHaveText(/^Live/, { timeout: 2_000 });
    }).toPass();
    await isLive(page);
  });
  expect(loads()).toBe(1);

  await test.step("Saturday: the page no longer draws, while the server is away; it is loaded again once that answers", async () => {
    // As if nothing were drawn any more: what says so each second is not heard.
    await page.evaluate(() => Object.defineProperty(window, "dispatchEvent", { value: () => true }));
    await context.setOffline(true);
    for (let part = 0; part < 12; part++) await page.clock.runFor(10_000);
    expect(loads()).toBe(1);
    await expect(title(page)).toContainText("Spring sale");
    await context.setOffline(false);
    await expect(async () => {
      await page.clock.runFor(10_000);
      expect(loads()).toBe(2);
    }).toPass();
    await isLive(page);
  });

  const next = nextBuild();
  try {
    await test.step("Sunday: a new version is deployed, which the wall loads by itself", async () => {
      await page.clock.fastForward(6 * minute);
      await isLive(page);
      await room.start(join(next, "server/main.js"));
      await expect(async () => {
        await aMinute(page);
        expect(loads()).toBe(3);
      }).toPass();
      const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src.includes("/assets/")));
      expect(scripts).toEqual([expect.stringMatching(/-next\.js$/)]);
      await isLive(page);
    });
    await test.step("Sunday night: memory grew", async () => {
      await page.evaluate(() => Object.defineProperty(performance, "memory", { value: { usedJSHeapSize: 900 * 1024 * 1024 } }));
      await page.clock.fastForward(6 * minute);
      await isLive(page);
      await expect(async () => {
        await aMinute(page);
        expect(loads()).toBe(4);
      }).toPass();
      await isLive(page);
      expect(await page.evaluate(() => window.sessionStorage.getItem("callboard.renewals"))).toMatch(/"new build".*"memory"/);
    });
  } finally {
    await room.start();
    rmSync(next, { recursive: true });
  }
  expect(asked).toEqual([]);
});

test("[fault: wall's bad week] a part that is missing when the wall begins: it says so in large letters and has it later", async ({ page, context, room }) => {
  await page.clock.install();
  await room.letIn(context);
  const part = /assets\/wall-[\w-]+\.js$/;
  await page.route(part, (route) => route.abort("connectionrefused"));
  await page.goto(`${room.url}wall/acme/c1`);
  const sentence = page.getByText("Callboard could not be loaded yet. This display tries again by itself.");
  await expect(async () => {
    await page.clock.runFor(10_000);
    await expect(sentence).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.unroute(part);
  await expect(async () => {
    await page.clock.runFor(10_000);
    await expect(title(page)).toContainText("Spring sale", { timeout: 1_000 });
  }).toPass();
  await expect(sentence).toHaveCount(0);
});

for (const [wrong, milliseconds] of [["behind", -3 * hour], ["ahead", 3 * hour]] as const) {
  test(`[fault: viewer's clock wrong] a wall whose machine is set three hours ${wrong} meanwhile is right about its age`, async ({ page, context, room }) => {
    await page.clock.install();
    await room.letIn(context);
    await page.goto(`${room.url}wall/acme/c1`);
    await isLive(page);
    await page.clock.setSystemTime(new Date(Date.now() + milliseconds));
    await isLive(page);
  });
}
