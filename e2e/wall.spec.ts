import type { Page } from "@playwright/test";
import { json } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { age, band, callsAsked, failedFile, playing, test, title } from "./wall.ts";

const strip = (page: Page) => page.getByRole("complementary", { name: "Campaigns that need a person" });

test("one campaign by its address alone: its totals, its clock and its age, and never a single call asked for", async ({ page, context, room }) => {
  const asked = callsAsked(page);
  await page.addInitScript(() => {
    let asks = 0;
    const lock = Object.assign(new EventTarget(), { released: false, type: "screen", release: async () => {} });
    Object.defineProperty(navigator, "wakeLock", { value: { request: async () => (document.documentElement.dataset["asks"] = String(++asks), lock) } });
    document.addEventListener("visibilitychange", () => (lock.released = true), true);
  });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await room.letIn(context);
  await page.goto(`${room.url}wall/acme/c1`);
  await expect(title(page)).toHaveText("Spring sale");
  await expect(page).toHaveTitle("Spring sale – Callboard");
  await expect(page.getByRole("main")).toContainText("Waiting for retries.");
  await expect(page.getByRole("region", { name: "Progress" })).toContainText("20.0%done4 of 20 contacts");
  await expect(page.getByRole("img", { name: /^Progress of 20 contacts: 4 done, 16 to retry/ })).toBeVisible();
  await expect(age(page)).toHaveText(/^Live, \d\ss ago$/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  // Nothing to press, nothing to scroll, no cursor, and the screen is kept on, again after it was hidden.
  expect(await page.locator("a, button, input, select, textarea, [tabindex]").count()).toBe(0);
  await expect(page.locator("[data-surface=wall]")).toHaveCSS("cursor", "none");
  await expect(page.locator("html")).toHaveAttribute("data-asks", "1");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("html")).toHaveAttribute("data-asks", "2");
  expect(await violations(page)).toEqual([]);

  // A wall that is hidden goes on: its screen may be shown elsewhere.
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await page.waitForRequest(/campaigns\/c1$/);
  await page.waitForRequest(/campaigns\/c1$/);
  expect(asked).toEqual([]);
  expect((await page.request.get(`${room.url}api/v1/connections/acme/campaigns/c1/calls`)).status()).toBe(403);
});

test("old data in letters for the door: the band, grey, the past, and axe agrees", async ({ page, context, room }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await room.letIn(context);
  await page.goto(`${room.url}wall/acme/c2?zone=utc`);
  await expect(title(page)).toHaveText("Renewals");
  await context.setOffline(true);
  await expect(age(page)).toHaveText(/^Offline, \d+\ss old$/);
  await page.clock.fastForward(6 * 60_000);
  await expect(band(page)).toContainText(/^NOT LIVE — last data \d\d:\d\d, 6\smin ago/);
  await expect(band(page).getByText("NOT LIVE")).toHaveCSS("font-size", /^(?:60|59\.9\d*)px$/);
  await expect(page.getByRole("main")).toHaveCSS("filter", "grayscale(1)");
  await expect(page.getByText(/^At \d\d:\d\d it was waiting for retries\. What it does now is not known\.$/)).toBeVisible();
  // The clock runs on.
  const shown = await band(page).getByText(/^Now/).innerText();
  await page.clock.fastForward(60_000);
  await expect(band(page).getByText(/^Now/)).not.toHaveText(shown);
  await expect(band(page)).toContainText(/7\smin ago/);
  expect(await violations(page, ["aside"])).toEqual([]);
});

test("several campaigns in turn: who needs a person is named throughout and comes next, and one that cannot be read blocks nobody", async ({ page, context, room }) => {
  await page.clock.install();
  await room.letIn(context);
  room.answer("c4", () => {});
  let comeIn = () => {};
  const first = new Promise<void>((resolve) => {
    comeIn = resolve;
  });
  await page.route(/campaigns\/(?:c2|c3|gone)$/, async (route) => first.then(() => route.continue()));
  try {
    await page.goto(`${room.url}wall?campaigns=acme/c1,acme/c4,acme/c2,acme/c3,acme/gone&every=20s`);
    await expect(title(page)).toHaveText("Spring sale");
    await expect(page.getByRole("img", { name: "Campaign 1 of 5" })).toBeVisible();
    comeIn();
    await expect(strip(page)).toContainText("goneNo such campaign on");
    await page.clock.runFor(20_000);
    // Needs somebody, and was not shown since: before all others. The one that never answers is passed over.
    await expect(title(page)).toHaveText(/^No such campaign on acme/);
    await page.clock.runFor(20_000);
    await expect(title(page)).toHaveText("Renewals");
    room.answer("c1", playing("c1", "Spring sale", { files: [failedFile] }));
    await expect(strip(page)).toContainText("Spring salefile failed");
    await page.clock.runFor(20_000);
    await expect(title(page)).toHaveText("Spring sale");
    await expect(page.getByRole("region", { name: "Needs a person" })).toContainText("old-crm.xlsFile failed at 12 of 400 records");
    await page.clock.runFor(20_000);
    await expect(title(page)).toHaveText("Welcome calls");
    await expect(strip(page)).toContainText("Spring salefile failed");
    expect(await violations(page, ["aside"])).toEqual([]);
  } finally {
    room.answer("c1", undefined);
    room.answer("c4", undefined);
  }
});

test("a platform that cannot be reached is said while the figures are young, and nobody is called for what passes by itself", async ({ page, context, room }) => {
  await room.letIn(context);
  try {
    await page.goto(`${room.url}wall?campaigns=acme/c2,acme/c3`);
    // Where the first one is read too late for its turn, it comes with the next.
    await expect(title(page)).toHaveText("Renewals", { timeout: 45_000 });
    await expect(strip(page)).toHaveCount(0);
    room.answer("c3", json(500, {}));
    await expect(strip(page)).toContainText("Welcome callsTalkover answered with an error");
    room.answer("c3", undefined);
    await expect(strip(page)).toHaveCount(0);
  } finally {
    room.answer("c3", undefined);
  }
});

test("what is wrong with the address is one sentence each, and the wall shows what it can", async ({ page, context, room }) => {
  await room.letIn(context);
  await page.goto(`${room.url}wall/acme/c1?evry=30s&zone=berlin&theme=light`);
  const mistakes = page.getByRole("alert", { name: "The wall’s address" });
  await expect(mistakes).toContainText("This wall knows no option “evry”; it knows campaigns, every, theme, zone, figures, shift, sound, flash and failures.");
  await expect(mistakes).toContainText("“zone=berlin” cannot be used: write campaign, mine or utc.");
  await expect(title(page)).toHaveText("Spring sale");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.goto(`${room.url}wall/acme/c1?evry=30s&zone=berlin&every=1s`);
  await expect(mistakes).toContainText(/cannot be used: .+ And 1 more\.$/);
  await page.goto(`${room.url}wall`);
  await expect(title(page)).toHaveText("Which campaign shall be shown here?");
  await page.goto(`${room.url}wall/acme`);
  await expect(page.getByRole("alert")).toContainText("“acme” names no campaign");
});

test("the picture moves by a few pixels each minute where asked, and sounds once for what is new", async ({ page, context, room }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    let tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, at?: number) {
      document.documentElement.dataset["tones"] = String(++tones);
      start.call(this, at);
    };
  });
  await room.letIn(context);
  await page.goto(`${room.url}wall/acme/c3?shift=on&sound=on&flash=on`);
  await expect(title(page)).toHaveText("Welcome calls");
  const place = () => page.locator("[data-surface=wall] > div").evaluate(({ style }) => style.transform);
  const before = await place();
  await page.clock.runFor(60_000);
  expect(await place()).not.toBe(before);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  expect(await page.locator("html").getAttribute("data-tones")).toBeNull();
  try {
    room.answer("c3", playing("c3", "Welcome calls", { files: [failedFile] }));
    const need = page.getByRole("region", { name: "Needs a person" }).getByRole("listitem").first();
    await expect(need).toHaveCSS("animation-name", "flash");
    await expect(need).toHaveCSS("animation-duration", "1s");
    await expect(page.locator("html")).toHaveAttribute("data-tones", "2");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect(need).toHaveCSS("animation-name", "none");
    await page.clock.runFor(5_000);
    await expect(page.locator("html")).toHaveAttribute("data-tones", "2");
  } finally {
    room.answer("c3", undefined);
  }
});

test("nobody let this display in: it says so, and begins by itself once it is", async ({ page, context, room }) => {
  await page.clock.install();
  await page.goto(`${room.url}wall/acme/c1`);
  await expect(title(page)).toHaveText("This display was not let in yet");
  expect(await violations(page)).toEqual([]);
  await room.letIn(context);
  await page.clock.runFor(31_000);
  await expect(title(page)).toHaveText("Spring sale");
});
